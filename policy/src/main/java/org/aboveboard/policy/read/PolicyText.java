package org.aboveboard.policy.read;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A policy's canonical text, which has a member for each file and for each folder of files.
///
/// JSON is YAML too, so the reader of the files reads it.
final class PolicyText implements Pages {
  private static final String NAME = "canonical.json";
  private static final String FORMAT = "aboveboard-policy-1";
  private static final String END = ".yaml";

  private final Readers readers;
  private final Reading whole;

  PolicyText(String canonical, Readers readers) {
    this.readers = readers;
    this.whole =
        YamlReader.read(NAME, canonical, Integer.MAX_VALUE, readers.faults())
            .map(block -> readers.reading(NAME, block))
            .orElseGet(() -> readers.nothing(NAME));
    if (!whole.text("format").equals(FORMAT)) {
      whole.fault("format", "This is not a policy of this release.", "Read it with its own.");
    }
  }

  @Override
  public Optional<Reading> required(String name) {
    return Optional.of(whole.block(member(name)));
  }

  @Override
  public Optional<Reading> optional(String name) {
    return whole.optionalBlock(member(name));
  }

  @Override
  public SortedMap<String, Reading> things(Kind kind) {
    var things = new TreeMap<>(whole.blocks(kind.folder()));
    things.keySet().forEach(id -> readers.links().declare(kind, id));
    return things;
  }

  private static String member(String file) {
    return file.substring(0, file.length() - END.length());
  }
}
