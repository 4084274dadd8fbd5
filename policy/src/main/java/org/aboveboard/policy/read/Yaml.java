package org.aboveboard.policy.read;

import java.util.List;

/// A piece of a file of keys and values that knows its line: a text, a list or a block of keys.
public sealed interface Yaml {

  /// Counted from one.
  int line();

  /// A scalar as it is written; `plain` if it has no quotation marks.
  record Text(String value, boolean plain, int line) implements Yaml {}

  record Items(List<Yaml> items, int line) implements Yaml {
    public Items {
      items = List.copyOf(items);
    }
  }

  record Block(List<Entry> entries, int line) implements Yaml {
    public Block {
      entries = List.copyOf(entries);
    }
  }

  /// A key and what it holds.
  record Entry(String key, Yaml value, int line) {}

  /// Reads a file that is no policy of ours, as strictly as one that is: no anchors, no tags, no
  /// key twice.
  ///
  /// @param file what faults call it
  /// @throws PolicyFaults naming everything that is wrong with its form
  static Block parse(String file, String text) throws PolicyFaults {
    var faults = new Faults();
    var read = YamlReader.foreign(file, text, faults);
    faults.throwIfAny();
    return read.orElseThrow();
  }
}
