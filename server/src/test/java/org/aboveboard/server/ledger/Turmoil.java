package org.aboveboard.server.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.aboveboard.ledger.Entry;
import org.aboveboard.server.ledger.Sequencer.Stage;

/// What may happen to three nodes and their database, drawn from a seed: entries, steps, steps in
/// the middle of another's, stops in the middle, folders deleted, old backups put back.
final class Turmoil {
  private static final int NODES = 3;
  private static final int ACTS = 10;

  private final Archive archive;
  private final Path place;
  private final Witnesses nobody;
  private final SplittableRandom random;
  private final Shown shown;
  private final List<Optional<Node>> nodes = new ArrayList<>();
  private long copied;
  private int depth;

  /// A stop of a node in the middle of a step.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /// @param nobody no witnesses
  Turmoil(Archive archive, Path place, Witnesses nobody, long seed) {
    this.nobody = nobody;
    this.archive = archive;
    this.place = place;
    this.random = new SplittableRandom(seed);
    this.shown = new Shown("seed " + seed);
  }

  void run() throws IOException {
    archive.copy();
    copied = archive.entries().size();
    for (int number = 0; number < NODES; number++) {
      nodes.add(Optional.of(open(number)));
    }
    for (int act = 0; act < ACTS; act++) {
      act();
    }
    settle();
  }

  private void act() throws IOException {
    int number = random.nextInt(NODES);
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3, 4 -> archive.write(1 + random.nextInt(random.nextInt(8) == 0 ? 300 : 20));
      case 5 -> delete(number);
      case 6 -> {
        archive.copy();
        copied = archive.entries().size();
      }
      case 7 -> putBack();
      default -> step(number);
    }
  }

  private Node open(int number) throws IOException {
    return Node.open(archive, folder(number), nobody, stage -> interrupt(number, stage));
  }

  private Path folder(int number) {
    return place.resolve("node" + number);
  }

  /// Another node's step, more entries, or a stop, while a node is between two stages.
  private void interrupt(int number, Stage stage) {
    if (depth > 2 || random.nextInt(3) > 0) {
      return;
    }
    depth++;
    try {
      switch (random.nextInt(4)) {
        case 0 -> throw new Stopped();
        case 1 -> archive.write(1 + random.nextInt(5));
        default -> step((number + 1 + random.nextInt(NODES - 1)) % NODES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("between " + stage, e);
    } finally {
      depth--;
    }
  }

  /// Steps, unless the node is in the middle of a step.
  private void step(int number) throws IOException {
    Optional<Node> node = nodes.get(number);
    if (node.isEmpty()) {
      return;
    }
    nodes.set(number, Optional.empty());
    try {
      node.get().step();
      shown.look(node.get().tiles());
      nodes.set(number, node);
    } catch (Stopped _) {
      shown.look(node.get().tiles());
      nodes.set(number, Optional.of(open(number)));
    }
  }

  private void delete(int number) throws IOException {
    try (Stream<Path> files = Files.walk(folder(number))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    nodes.set(number, Optional.of(open(number)));
  }

  /// All nodes stop, an old backup is put back, and all start before anything is written.
  ///
  /// Where neither the backup nor any folder holds all that was shown, it is lost: then it is not
  /// put back here.
  private void putBack() throws IOException {
    if (Math.max(copied, held()) < shown.size()) {
      return;
    }
    List<Entry> before = archive.entries();
    archive.putBack();
    for (int number = 0; number < NODES; number++) {
      nodes.set(number, Optional.of(open(number)));
    }
    List<Entry> after = archive.entries();
    assertThat(before).startsWith(after.toArray(Entry[]::new));
    assertThat((long) after.size()).isEqualTo(Math.max(copied, held()));
  }

  /// How far the folder goes that was shown furthest.
  private long held() throws IOException {
    long held = 0;
    for (Optional<Node> node : nodes) {
      held = Math.max(held, node.orElseThrow().sequencer().shown().map(Published::size).orElse(0L));
    }
    return held;
  }

  /// In the end every node shows the same, and all of it.
  private void settle() throws IOException {
    depth = 3;
    archive.write(1);
    for (int number = 0; number < NODES; number++) {
      step(number);
    }
    List<Entry> entries = archive.entries();
    for (Optional<Node> node : nodes) {
      assertThat(node.orElseThrow().sequencer().shown().orElseThrow().size())
          .isEqualTo(entries.size());
      shown.audit(node.orElseThrow().tiles(), entries);
    }
  }
}
