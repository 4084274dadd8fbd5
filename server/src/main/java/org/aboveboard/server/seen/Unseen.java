package org.aboveboard.server.seen;

import java.time.Instant;

/// Something that is declared and was not seen for a long time.
///
/// @param last when it was seen last; where it never was, since when it could have been
public record Unseen(Kind kind, String name, boolean ever, Instant last) {}
