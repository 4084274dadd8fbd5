package org.aboveboard.server.explain;

import java.util.Optional;
import org.aboveboard.server.web.Act;

/// What would happen to an item without some of one's own acts; found by running it.
///
/// @param without the acts, in words after "If you …"
/// @param before its place now
/// @param after its place then
/// @param act the press that does it
public record Change(String without, String before, String after, Optional<Act> act) {}
