package org.aboveboard.server.load;

/// What a data set says of one person: that they are of a group of a segment.
///
/// @param subject as in [EventLine]
/// @param segment such as `gender`
public record SegmentLine(String subject, String segment, String group) {}
