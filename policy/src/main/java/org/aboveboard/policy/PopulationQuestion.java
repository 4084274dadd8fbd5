package org.aboveboard.policy;

/// "May the data of all who agreed be used so, for this purpose?"
///
/// @param consentIndex the journal's number up to which consents are to be joined
/// @param demonstration whether this is a demonstration, where borrowed consents count
public record PopulationQuestion(
    Purpose purpose, Use use, long consentIndex, boolean demonstration) {}
