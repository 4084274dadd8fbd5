package org.aboveboard.policy;

/// "May the data of all who agreed to this be used so, for this purpose?"
///
/// @param agreed the digest of the meaning they agreed to; one question for each
/// @param consentIndex the journal's number up to which consents are to be joined
public record PopulationQuestion(Purpose purpose, String agreed, Use use, long consentIndex) {}
