/// Whether a list has the mix of categories that its person has.
package org.aboveboard.fairness.calibration;
