package org.aboveboard.server.seen;

/// What tells one sighting from another.
record Named(Kind kind, String name) {}
