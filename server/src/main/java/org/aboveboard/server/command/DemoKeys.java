package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aboveboard.policy.Role;
import org.aboveboard.server.House;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;

/// The keys of a demonstration: one of each kind, and one for each role of its staff.
///
/// They are shown at every start, so they are kept in a file; keys of other instances never are.
final class DemoKeys {
  private DemoKeys() {}

  static Path file(Path data) {
    return data.resolve("demonstration-keys");
  }

  static void make(House house, Path data) throws IOException {
    Keys keys = Keys.of(house.pools(), house.clock());
    List<String> lines = new ArrayList<>();
    lines.add(line("write key", keys.create(Kind.WRITE).secret()));
    lines.add(line("secret key", keys.create(Kind.SECRET).secret()));
    for (Role role : house.declaration().now().policy().roles()) {
      lines.add(
          line(
              role.label().plain(), keys.createOperator(role.label().plain(), role.id()).secret()));
    }
    Private.file(file(data), String.join("\n", lines) + "\n");
  }

  private static String line(String what, String secret) {
    return String.format(Locale.ROOT, "%-16s  %s", what, secret);
  }
}
