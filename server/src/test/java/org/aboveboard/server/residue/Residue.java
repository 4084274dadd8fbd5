package org.aboveboard.server.residue;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.key.Retained;
import org.aboveboard.server.sql.Bytes;

/// What people left in files and in memory: plain text, secrets, and copies of their wrapped keys,
/// which are tried with every key that is still kept.
public final class Residue {
  /// The kinds of what is looked for; those in the clear must be nowhere.
  public enum Kind {
    NAME,
    ITEM,
    NONCE,
    DATA_KEY,
    RUN_SECRET,
    WRAPPED
  }

  private static final int HEAD = 5;
  private static final int LENGTH = 65;

  private final Needles needles = new Needles();
  private final List<Kind> kinds = new ArrayList<>();
  private final List<Copy> copies = new ArrayList<>();
  private final Map<Integer, Integer> copyOf = new TreeMap<>();

  /// A wrapped key as it lay in its row.
  private record Copy(Bytes wrapped, Lookup lookup, Bytes fingerprint) {}

  /// What was found in one place: how many secrets of each kind, how many copies opened.
  public record Found(Map<Kind, Integer> secrets, int opened) {
    public int of(Kind kind) {
      return secrets.getOrDefault(kind, 0);
    }

    /// Everything that is not sealed.
    public int clear() {
      return secrets.entrySet().stream()
          .filter(entry -> entry.getKey() != Kind.WRAPPED)
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  /// Text that must be nowhere.
  public void text(Kind kind, byte[] text) {
    needles.add(next(kind), text);
  }

  /// Thirty-two secret bytes: as they are, in hexadecimal and in base64.
  public void secret(Kind kind, byte[] secret) {
    int number = next(kind);
    needles.add(number, secret);
    needles.digits(number, HexFormat.of().formatHex(secret).getBytes(US_ASCII));
    needles.digits(number, Base64.getEncoder().encode(secret));
  }

  /// A wrapped key, found where it stands whole.
  public void wrapped(byte[] wrapped, Lookup lookup, Bytes fingerprint) {
    int number = next(Kind.WRAPPED);
    copyOf.put(number, copies.size());
    copies.add(new Copy(Bytes.of(wrapped), lookup, fingerprint));
    needles.window(number, ByteBuffer.wrap(wrapped, HEAD, Long.BYTES).getLong());
  }

  private int next(Kind kind) {
    kinds.add(kind);
    return kinds.size() - 1;
  }

  /// Looks through every file of a folder.
  public Found folder(Path folder, Retained keys) throws IOException {
    Look look = new Look(keys);
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      look.file(file);
    }
    return look.found();
  }

  public Found file(Path file, Retained keys) throws IOException {
    Look look = new Look(keys);
    look.file(file);
    return look.found();
  }

  /// Looks into every entry of an archive.
  public Found archive(Path file, Retained keys) throws IOException {
    Look look = new Look(keys);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        look.segment(
            MemorySegment.ofArray(zip.getInputStream(entries.nextElement()).readAllBytes()));
      }
    }
    return look.found();
  }

  /// One look, and what it found so far.
  private final class Look {
    private final Retained keys;
    private final BitSet seen = new BitSet();
    private final BitSet opened = new BitSet();

    private Look(Retained keys) {
      this.keys = keys;
    }

    private void file(Path file) throws IOException {
      try (Arena arena = Arena.ofConfined();
          FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
        if (channel.size() > 0) {
          segment(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        }
      }
    }

    private void segment(MemorySegment hay) {
      needles.search(
          hay,
          (number, place) -> {
            if (kinds.get(number) != Kind.WRAPPED) {
              seen.set(number);
            } else if (place >= HEAD && place - HEAD + LENGTH <= hay.byteSize()) {
              tryOn(number, hay.asSlice(place - HEAD, LENGTH).toArray(ValueLayout.JAVA_BYTE));
            }
          });
    }

    private void tryOn(int number, byte[] bytes) {
      Copy copy = copies.get(copyOf.getOrDefault(number, -1));
      if (Bytes.of(bytes).equals(copy.wrapped)) {
        seen.set(number);
        if (!opened.get(number)) {
          keys.open(bytes, copy.lookup)
              .filter(copy.fingerprint::equals)
              .ifPresent(_ -> opened.set(number));
        }
      }
    }

    private Found found() {
      Map<Kind, Integer> secrets = new TreeMap<>();
      seen.stream().forEach(number -> secrets.merge(kinds.get(number), 1, Integer::sum));
      return new Found(secrets, opened.cardinality());
    }
  }
}
