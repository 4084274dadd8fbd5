package org.aboveboard.server.optout;

/// Something that was sent and could not be read: it counts as a no to all it could have said no
/// to.
///
/// @param why in our own words; nothing of what was sent is repeated
public record Unread(Carrier which, String why) {}
