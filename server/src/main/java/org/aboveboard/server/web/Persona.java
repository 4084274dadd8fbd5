package org.aboveboard.server.web;

/// Somebody the demonstration can be seen as.
public record Persona(String id, String name, String about, boolean current) {}
