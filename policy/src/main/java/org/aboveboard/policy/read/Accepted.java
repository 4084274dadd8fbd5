package org.aboveboard.policy.read;

/// A warning that somebody has read and accepts, with their written reason, in the file it is
/// about.
///
/// @param rule the id of the rule that warns, such as `DP37`
public record Accepted(String file, String rule, String because) {}
