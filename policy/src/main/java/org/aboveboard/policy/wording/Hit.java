package org.aboveboard.policy.wording;

/// Words of a text that a rule forbids.
///
/// @param rule its id, such as "DP34"
/// @param block the number of the block of text, from 0
/// @param start where in the block they begin, in chars
/// @param phrase as it stands there; a phrase with a gap has the words between too
public record Hit(String rule, int block, int start, String phrase) {}
