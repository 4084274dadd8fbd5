package org.aboveboard.policy;

/// A category of data a purpose uses.
///
/// @param because why the purpose needs it, in words for the person
public record Need(String category, Necessity necessity, Text because) {}
