package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Destroys the files of epochs so that a stop at any point is noticed and made good.
///
/// `3.key` becomes `3.destroying`, is overwritten with random bytes, and goes; `3.destroyed`, which
/// holds the time, is there before it goes, and until everybody who must know has been told.
final class Destruction {
  private static final String UNDER_WAY = ".destroying";
  private static final String NOTE = ".destroyed";

  private final Path folder;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Runnable forget;

  Destruction(Path folder, InstantSource clock, SecureRandom random, Runnable forget) {
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.forget = forget;
  }

  /// Takes an epoch's key from this node's folder and memory, for good.
  void destroy(int number, Consumer<Step> reached) throws IOException {
    Path file = folder.resolve(number + UNDER_WAY);
    if (Files.notExists(file)) {
      Durable.move(folder.resolve(number + ".key"), file);
    }
    forget.run();
    reached.accept(Step.RENAMED);
    byte[] noise = new byte[Math.toIntExact(Files.size(file))];
    random.nextBytes(noise);
    Durable.overwrite(file, noise);
    reached.accept(Step.OVERWRITTEN);
    Path note = folder.resolve(number + NOTE);
    if (Files.notExists(note)) {
      Durable.write(note, (clock.instant() + "\n").getBytes(US_ASCII));
    }
    reached.accept(Step.NOTED);
    Durable.unlink(file);
    reached.accept(Step.UNLINKED);
  }

  /// Epochs whose destruction a stop cut short.
  SortedSet<Integer> underWay() throws IOException {
    return numbers(UNDER_WAY);
  }

  /// Epochs that are destroyed and of which not everybody has been told, and since when.
  NavigableMap<Integer, Instant> untold() throws IOException {
    NavigableMap<Integer, Instant> notes = new TreeMap<>();
    for (int number : numbers(NOTE)) {
      notes.put(number, noted(number + NOTE));
    }
    return notes;
  }

  private Instant noted(String name) throws IOException {
    try {
      return Instant.parse(Files.readString(folder.resolve(name), ISO_8859_1).strip());
    } catch (DateTimeException e) {
      throw new KeyFault(
          "keys/epochs/"
              + name
              + " holds no time. Put into it when this epoch was destroyed, such as"
              + " 2026-11-24T23:00:00Z, and a line's end.",
          e);
    }
  }

  /// Everybody has been told.
  void told(int number) throws IOException {
    Durable.unlink(folder.resolve(number + NOTE));
  }

  private SortedSet<Integer> numbers(String end) throws IOException {
    SortedSet<Integer> numbers = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(end))
          .map(name -> name.substring(0, name.length() - end.length()))
          .filter(name -> name.matches("[1-9][0-9]{0,8}"))
          .forEach(name -> numbers.add(Integer.parseInt(name)));
    }
    return numbers;
  }
}
