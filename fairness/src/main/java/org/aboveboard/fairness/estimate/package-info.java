/// What another policy would have earned, estimated from what was logged, or a refusal to say.
@org.jspecify.annotations.NullMarked
package org.aboveboard.fairness.estimate;
