/// Tests of equal treatment that may be looked at after every pair, and the detectors of a change.
@org.jspecify.annotations.NullMarked
package org.aboveboard.fairness.watch;
