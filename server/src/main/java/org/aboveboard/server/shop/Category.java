package org.aboveboard.server.shop;

/// A category of the catalogue and how much is in it.
public record Category(String name, String to, int count) {}
