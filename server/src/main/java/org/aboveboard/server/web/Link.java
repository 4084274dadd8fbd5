package org.aboveboard.server.web;

/// A place to go, and the words that name it.
public record Link(String words, String to) {}
