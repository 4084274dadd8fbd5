/// Measures of exposure and of quality per group. Gets counts and groups, never people.
package org.aboveboard.fairness;
