/// Rankers that put a ranking right, and say of every item by how much and why.
package org.aboveboard.fairness.correct;
