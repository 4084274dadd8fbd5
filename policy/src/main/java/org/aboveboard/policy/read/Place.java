package org.aboveboard.policy.read;

/// A line of a policy file, counted from one; the file is relative to the policy's folder.
public record Place(String file, int line) {}
