package org.aboveboard.server.optout;

import java.util.List;
import java.util.stream.Stream;

/// Reads the header of Global Privacy Control.
///
/// Lines and commas count alike: it is on if one member is exactly `1`; any other value says
/// nothing (W3C, Global Privacy Control, "The Sec-GPC Header Field for HTTP Requests").
final class Gpc {
  static final String HEADER = "Sec-GPC";

  private Gpc() {}

  static Sent read(List<String> lines) {
    return lines.stream()
            .flatMap(line -> Stream.of(line.split(",", -1)))
            .anyMatch(member -> member.strip().equals("1"))
        ? Sent.GPC
        : Sent.NOTHING;
  }
}
