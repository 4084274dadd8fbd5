package org.aboveboard.server.visitor;

/// Somebody the demonstration can be seen as.
///
/// @param subject their outside id
/// @param about what there is to know of them, in words after their name
/// @param sendsGpc whether their browser sends Global Privacy Control
/// @param isMinor whether they are too young to be asked
record Member(String subject, String name, String about, boolean sendsGpc, boolean isMinor) {}
