package org.aboveboard.policy.lint;

import org.aboveboard.policy.read.Place;

/// Where a rule is broken, how, and what to do about it.
public record Remark(Place place, String what, String cure) {}
