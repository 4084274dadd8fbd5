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

/// The byte form of a record, all big-endian: the facts; the own actions once, by ascending item;
/// then each pick with its score, one contribution for each own action (not-a-number where it has
/// none) and its adjustments. It is sealed before it is stored.
///
/// A record in which something moved for a reason has version 2, where each adjustment also says
/// for whom and by how many places; any other has version 1. So each record has one form.
final class RecordBytes {
  private static final int STILL = 1;
  private static final int MOVED = 2;

  private RecordBytes() {}

  static byte[] write(Recorded record) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      int version = version(record);
      out.writeByte(version);
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
        write(out, pick, acts, version);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static int version(Recorded record) {
    return record.picks().stream()
            .flatMap(pick -> pick.adjustments().stream())
            .allMatch(one -> one.about().isEmpty() && one.places() == 0)
        ? STILL
        : MOVED;
  }

  /// The record with these bytes; what has no record's one form is refused.
  static Recorded read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != STILL && version != MOVED) {
        throw new IllegalStateException("This record is of another version.");
      }
      Recorded record = record(in, version);
      if (!Arrays.equals(write(record), bytes)) {
        throw new IllegalStateException("These bytes are not the one form of a record.");
      }
      return record;
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("These bytes are no record.", e);
    }
  }

  private static Recorded record(DataInputStream in, int version) throws IOException {
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
        picks(in, version));
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

  private static void write(DataOutputStream out, Pick pick, List<Act> acts, int version)
      throws IOException {
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
      if (version == MOVED) {
        out.writeUTF(adjustment.about());
        out.writeShort(adjustment.places());
      }
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

  private static List<Pick> picks(DataInputStream in, int version) throws IOException {
    List<Act> acts = readActs(in);
    int size = in.readUnsignedShort();
    List<Pick> picks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      picks.add(new Pick(in.readInt(), in.readDouble(), terms(in, acts), adjustments(in, version)));
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

  private static List<Adjustment> adjustments(DataInputStream in, int version) throws IOException {
    int size = in.readUnsignedShort();
    List<Adjustment> adjustments = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      adjustments.add(adjustment(in, version));
    }
    return adjustments;
  }

  private static Adjustment adjustment(DataInputStream in, int version) throws IOException {
    return version == MOVED
        ? new Adjustment(in.readUTF(), in.readUTF(), in.readShort(), in.readDouble())
        : new Adjustment(in.readUTF(), in.readDouble());
  }
}
