package org.aboveboard.server.privacy;

import org.aboveboard.server.web.State;

/// One part of a long job, how it stands, and what it reached.
public record Step(String what, State state, String detail) {}
