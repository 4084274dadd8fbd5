package org.aboveboard.server.web;

import java.util.List;

/// One press that changes something: a form with a single button and what it sends.
///
/// @param about what the button is about, for those who hear it without seeing its row
public record Act(String to, String words, String about, List<Fact> fields) {
  public Act {
    fields = List.copyOf(fields);
  }
}
