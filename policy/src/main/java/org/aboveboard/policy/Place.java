package org.aboveboard.policy;

/// A line of a policy file.
record Place(String file, int line) {}
