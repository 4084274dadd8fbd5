/// How well groups are served, one value a person: gaps, tests of gaps, and inequality.
package org.aboveboard.fairness.quality;
