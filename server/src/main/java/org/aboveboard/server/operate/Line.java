package org.aboveboard.server.operate;

import java.util.Optional;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;

/// One thing on the staff's page: how it stands, what it is, when, and where to act on it.
public record Line(State state, String what, String when, Optional<Link> next) {}
