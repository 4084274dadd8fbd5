package org.aboveboard.server.privacy;

import java.util.Optional;
import org.aboveboard.server.web.Link;

/// One line of a person's history: when, what they chose, what the server did because of it.
///
/// @param entry number in the journal, and its receipt
/// @param seen the exact prompt that was on the page
public record Past(String when, String what, String effect, Link entry, Optional<Link> seen) {}
