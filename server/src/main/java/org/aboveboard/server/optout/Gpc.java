package org.aboveboard.server.optout;

import java.util.List;

/// Reads the header of Global Privacy Control.
///
/// Several lines count as one, on if one of them is exactly `1`; any other value says nothing (W3C,
/// Global Privacy Control, "The Sec-GPC Header Field for HTTP Requests").
final class Gpc {
  static final String HEADER = "Sec-GPC";

  private Gpc() {}

  static Sent read(List<String> lines) {
    return lines.stream().anyMatch(line -> line.equals("1")) ? Sent.GPC : Sent.NOTHING;
  }
}
