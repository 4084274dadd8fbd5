package org.aboveboard.server.key;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aboveboard.server.sql.Bytes;
import org.jboss.logging.Logger;

/// Who was erased, in a file outside the database, so that a restored backup can be told.
///
/// A line is on disk before the first row goes. A line that a stop tore is cut: its erasure had not
/// begun. Lines go when the epoch under which a copy of their key could open is destroyed.
public final class Erasures {
  private static final Logger LOG = Logger.getLogger(Erasures.class);

  private final Path file;
  private final Guard guard;
  private final InstantSource clock;

  private Erasures(Path file, Guard guard, InstantSource clock) {
    this.file = file;
    this.guard = guard;
    this.clock = clock;
  }

  static Erasures in(Path keys, Guard guard, InstantSource clock) throws IOException {
    Erasures erasures = new Erasures(keys.resolve("erasures"), guard, clock);
    guard.hold(() -> {
      Durable.touch(erasures.file);
      return erasures.mend();
    });
    return erasures;
  }

  /// Writes an erasure down; when this returns it is on disk, and the rows may go.
  public void add(Lookup lookup, Bytes fingerprint, int epoch) {
    byte[] line =
        (new Erased(clock.instant(), lookup, fingerprint, epoch).line() + "\n").getBytes(US_ASCII);
    guarded(() -> {
      mend();
      try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
        Durable.put(channel, line);
        channel.force(true);
      }
      return line.length;
    });
  }

  /// Whether the person with this look-up was erased while they had this key.
  public boolean contains(Lookup lookup, Bytes fingerprint) {
    return known().contains(lookup, fingerprint);
  }

  /// Those of the look-ups of which a line tells, whatever their key was.
  public Set<Lookup> among(Collection<Lookup> lookups) {
    Set<Lookup> among = new HashSet<>(lookups);
    among.retainAll(known().lookups());
    return among;
  }

  /// All lines, as the file has them now.
  public List<Erased> all() {
    return guarded(this::read);
  }

  Known known() {
    return Known.of(all());
  }

  /// Every line as it was read at once.
  record Known(Map<Lookup, Set<Bytes>> keys) {
    static Known of(List<Erased> lines) {
      Map<Lookup, Set<Bytes>> keys = new HashMap<>();
      lines.forEach(line ->
          keys.computeIfAbsent(line.lookup(), _ -> new HashSet<>()).add(line.fingerprint()));
      return new Known(keys);
    }

    boolean contains(Lookup lookup, Bytes fingerprint) {
      return keys.getOrDefault(lookup, Set.of()).contains(fingerprint);
    }

    Set<Lookup> lookups() {
      return keys.keySet();
    }
  }

  /// Forgets the lines up to this epoch, which is destroyed.
  int prune(int destroyed) {
    return guarded(() -> {
      List<Erased> lines = read();
      Predicate<Erased> isOver = line -> line.epoch() > Wrap.BEFORE && line.epoch() <= destroyed;
      List<Erased> kept = lines.stream().filter(isOver.negate()).toList();
      if (kept.size() < lines.size()) {
        StringBuilder text = new StringBuilder();
        kept.forEach(line -> text.append(line.line()).append('\n'));
        Durable.write(file, text.toString().getBytes(US_ASCII));
      }
      return lines.size() - kept.size();
    });
  }

  /// Cuts a torn last line; answers whether there was one.
  private boolean mend() throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long whole = channel.size();
      ByteBuffer one = ByteBuffer.allocate(1);
      while (whole > 0 && (channel.read(one.clear(), whole - 1) != 1 || one.get(0) != '\n')) {
        whole--;
      }
      if (whole == channel.size()) {
        return false;
      }
      channel.truncate(whole);
      channel.force(true);
      LOG.warn(
          "The last line of keys/erasures was torn by a stop and is cut; its erasure goes on.");
      return true;
    }
  }

  private List<Erased> read() throws IOException {
    mend();
    List<Erased> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, ISO_8859_1)) {
      lines.add(
          Erased.read(line)
              .orElseThrow(() ->
                  new KeyFault(
                      "Line "
                          + (lines.size() + 1)
                          + " of keys/erasures does not read. Put the file back from its copy;"
                          + " without it a restored backup could bring back who was erased.")));
    }
    return lines;
  }

  private <T> T guarded(Guard.Work<T> work) {
    try {
      return guard.hold(work);
    } catch (IOException e) {
      throw new KeyFault("keys/erasures could not be read or written: " + e.getMessage(), e);
    }
  }
}
