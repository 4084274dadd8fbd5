package org.aboveboard.server.web;

/// Makes the frame of a page for the one who is looking at it.
///
/// The shop answers with its name and, in a demonstration, its personas. Where nothing answers,
/// pages carry the product's own name. It answers from memory: pages for trouble ask it from
/// threads that must not wait.
public interface Frames {
  /// The frame of the page at `here`, path and query.
  Frame at(String here);
}
