package org.aboveboard.server.correct;

import java.time.Instant;

/// From when on a surface was corrected how strongly, and why.
public record Moment(Instant at, double strength, String why) {}
