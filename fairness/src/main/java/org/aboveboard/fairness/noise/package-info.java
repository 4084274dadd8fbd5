/// Noise for counts that are published, so that nobody is given away by them, and its budget.
package org.aboveboard.fairness.noise;
