package org.aboveboard.server.web;

/// A name and what is true of it: one line of a list of facts, of a receipt, or of a form.
public record Fact(String name, String value) {}
