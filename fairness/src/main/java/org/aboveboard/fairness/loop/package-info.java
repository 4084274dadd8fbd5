/// What recommendations do to what is learnt next, and how often somebody is shown or asked the
/// same.
@org.jspecify.annotations.NullMarked
package org.aboveboard.fairness.loop;
