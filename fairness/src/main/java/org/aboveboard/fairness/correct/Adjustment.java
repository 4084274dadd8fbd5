package org.aboveboard.fairness.correct;

/// What a rule adds to the score of an item, or takes from it, in the unit of the model's scores.
public record Adjustment(Rule rule, double amount) {}
