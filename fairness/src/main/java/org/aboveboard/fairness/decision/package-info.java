/// How yes and no fall on groups: who is selected, who is wrongly so, and how far groups differ.
package org.aboveboard.fairness.decision;
