package org.aboveboard.policy.read;

import java.util.List;

/// A piece of a policy file that knows its line: a text, a list or a block of keys.
sealed interface Yaml {

  /// Counted from one.
  int line();

  /// A scalar as it is written; `plain` if it has no quotation marks.
  record Text(String value, boolean plain, int line) implements Yaml {}

  record Items(List<Yaml> items, int line) implements Yaml {}

  record Block(List<Entry> entries, int line) implements Yaml {}

  /// A key and what it holds.
  record Entry(String key, Yaml value, int line) {}
}
