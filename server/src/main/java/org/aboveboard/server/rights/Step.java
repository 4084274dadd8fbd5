package org.aboveboard.server.rights;

/// One step of an erasure and what it reached.
///
/// @param state `waiting`, `done`, or `failed`
public record Step(String name, String state, String detail) {}
