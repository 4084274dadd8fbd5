package org.aboveboard.policy.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where each key of each file stands, for whoever has something to say about it later.
public final class Places {
  private static final String END = ".yaml";

  private final Map<String, Yaml.Block> files = new HashMap<>();

  Places() {}

  void note(String file, Yaml.Block block) {
    files.put(file, block);
  }

  /// The line of a key, found by its path; of the last part of the path that is there, or the first
  /// line.
  public Place of(String file, String... path) {
    var line = 1;
    var block = Optional.ofNullable(files.get(file));
    for (var key : path) {
      var entry = block.flatMap(found -> entry(found, key));
      if (entry.isEmpty()) {
        break;
      }
      line = entry.get().line();
      block = inner(entry.get());
    }
    return new Place(file, line);
  }

  /// The ids of the things of a kind, in the order in which they were read.
  public List<String> ids(Kind kind) {
    var folder = kind.folder() + "/";
    return files.keySet().stream()
        .filter(file -> file.startsWith(folder))
        .map(file -> file.substring(folder.length(), file.length() - END.length()))
        .sorted()
        .toList();
  }

  private static Optional<Yaml.Entry> entry(Yaml.Block block, String key) {
    return block.entries().stream().filter(entry -> entry.key().equals(key)).findFirst();
  }

  private static Optional<Yaml.Block> inner(Yaml.Entry entry) {
    return entry.value() instanceof Yaml.Block block ? Optional.of(block) : Optional.empty();
  }
}
