package org.aboveboard.server.correct;

/// What one rule did to an item of a list.
///
/// @param rule the name it is recorded under, of [Rules]
/// @param about the group it was done for; empty where it was for nobody
/// @param places how many places the item moved up
/// @param amount what that is in the unit of the model's scores
public record Step(String rule, String about, int places, double amount) {}
