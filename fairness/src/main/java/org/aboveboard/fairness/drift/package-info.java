/// How what comes now differs from what came before: figures that describe, and one alarm.
@org.jspecify.annotations.NullMarked
package org.aboveboard.fairness.drift;
