package org.aboveboard.server.recommend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Level;

/// The byte form of a record (version 1), all big-endian: the facts; the own actions once, by
/// ascending item; then each pick with its score, one contribution for each own action
/// (not-a-number where it has none) and its adjustments. It is sealed before it is stored.
final class RecordBytes {
  private static final int VERSION = 1;

  private RecordBytes() {}

  static byte[] write(Recorded record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeUTF(record.recommId());
      out.writeLong(record.at().toEpochMilli());
      out.writeUTF(record.surface());
      out.writeUTF(record.level().name());
      out.writeUTF(record.policyDigest());
      out.writeLong(record.modelVersion());
      out.writeLong(record.consentIndex());
      out.writeDouble(record.lambda());
      out.writeDouble(record.xi());
      out.writeUTF(record.arm());
      out.writeDouble(record.propensity());
      List<Act> acts = acts(record.picks());
      write(out, acts);
      out.writeShort(record.picks().size());
      for (Pick pick : record.picks()) {
        write(out, pick, acts);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// The record with these bytes; what has no record's one form is refused.
  static Recorded read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IllegalStateException("This record is of another version.");
      }
      Recorded record = record(in);
      if (!Arrays.equals(write(record), bytes)) {
        throw new IllegalStateException("These bytes are not the one form of a record.");
      }
      return record;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("These bytes are no record.", e);
    }
  }

  private static Recorded record(DataInputStream in) throws IOException {
    return new Recorded(
        in.readUTF(),
        Instant.ofEpochMilli(in.readLong()),
        in.readUTF(),
        Level.valueOf(in.readUTF()),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readDouble(),
        in.readDouble(),
        in.readUTF(),
        in.readDouble(),
        picks(in));
  }

  /// An own action that some pick has a term for.
  private record Act(int item, short signal) {
    @Override
    public String toString() {
      return "Act";
    }
  }

  private static List<Act> acts(List<Pick> picks) {
    Set<Act> acts = new HashSet<>();
    for (Pick pick : picks) {
      pick.terms().forEach(term -> acts.add(new Act(term.item(), term.signal())));
    }
    return acts.stream().sorted(Comparator.comparingInt(Act::item)).toList();
  }

  private static void write(DataOutputStream out, List<Act> acts) throws IOException {
    out.writeInt(acts.size());
    for (Act act : acts) {
      out.writeInt(act.item());
      out.writeShort(act.signal());
    }
  }

  private static void write(DataOutputStream out, Pick pick, List<Act> acts) throws IOException {
    out.writeInt(pick.item());
    out.writeDouble(pick.score());
    int term = 0;
    for (Act act : acts) {
      boolean has = term < pick.terms().size() && pick.terms().get(term).item() == act.item();
      out.writeDouble(has ? pick.terms().get(term++).value() : Double.NaN);
    }
    if (term < pick.terms().size()) {
      throw new IllegalArgumentException("a pick's terms come by ascending item");
    }
    out.writeShort(pick.adjustments().size());
    for (Adjustment adjustment : pick.adjustments()) {
      out.writeUTF(adjustment.name());
      out.writeDouble(adjustment.value());
    }
  }

  private static List<Act> readActs(DataInputStream in) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      throw new IllegalArgumentException("a count is 0 or more");
    }
    // no room is made before the acts are there
    List<Act> acts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      acts.add(new Act(in.readInt(), in.readShort()));
    }
    return acts;
  }

  private static List<Pick> picks(DataInputStream in) throws IOException {
    List<Act> acts = readActs(in);
    int size = in.readUnsignedShort();
    List<Pick> picks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      picks.add(new Pick(in.readInt(), in.readDouble(), terms(in, acts), adjustments(in)));
    }
    return picks;
  }

  private static List<Term> terms(DataInputStream in, List<Act> acts) throws IOException {
    List<Term> terms = new ArrayList<>(acts.size());
    for (Act act : acts) {
      double value = in.readDouble();
      if (!Double.isNaN(value)) {
        terms.add(new Term(act.item(), act.signal(), value));
      }
    }
    return terms;
  }

  private static List<Adjustment> adjustments(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    List<Adjustment> adjustments = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      adjustments.add(new Adjustment(in.readUTF(), in.readDouble()));
    }
    return adjustments;
  }
}
