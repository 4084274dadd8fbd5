package org.aboveboard.server.lease;

/// What a node had heard when it began to read for a use; see [Lease#begin].
///
/// @param floor whatever is read afterwards shows the journal up to this index at least
public record Moment(long floor) {}
