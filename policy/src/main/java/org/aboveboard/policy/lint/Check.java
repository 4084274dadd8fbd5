package org.aboveboard.policy.lint;

import java.util.function.Function;
import java.util.stream.Stream;

/// A rule, and how to find where a policy breaks it.
record Check(Rule rule, Function<Inspection, Stream<Remark>> look) {}
