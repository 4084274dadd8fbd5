package org.aboveboard.server.web;

import java.util.List;

/// Lines that can be checked, set in mono on the same card everywhere.
public record Receipt(String title, List<Fact> lines) {
  public Receipt {
    lines = List.copyOf(lines);
  }
}
