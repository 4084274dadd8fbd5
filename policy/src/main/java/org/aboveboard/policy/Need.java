package org.aboveboard.policy;

/// A category of data a purpose uses, with the sentence that says why it cannot do without.
public record Need(String category, String because) {}
