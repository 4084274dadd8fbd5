package org.aboveboard.server.load;

/// A line that was not taken in, and why, in words for the person who brought the file.
///
/// `why` never quotes the line, so that no personal data reaches a report or a log, and lines
/// refused for one reason can be counted together.
public record Refusal(String file, long line, String why) {}
