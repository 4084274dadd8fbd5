package org.aboveboard.server.recommend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Level;

/// The byte form of a record (version 1): the facts, then each pick with its score, its terms and
/// its adjustments, all big-endian. It is sealed before it is stored.
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
      out.writeShort(record.picks().size());
      for (Pick pick : record.picks()) {
        write(out, pick);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Recorded read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != VERSION) {
        throw new IllegalStateException("This record is of another version.");
      }
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Pick pick) throws IOException {
    out.writeInt(pick.item());
    out.writeDouble(pick.score());
    out.writeInt(pick.terms().size());
    for (Term term : pick.terms()) {
      out.writeInt(term.item());
      out.writeShort(term.signal());
      out.writeDouble(term.value());
    }
    out.writeShort(pick.adjustments().size());
    for (Adjustment adjustment : pick.adjustments()) {
      out.writeUTF(adjustment.name());
      out.writeDouble(adjustment.value());
    }
  }

  private static List<Pick> picks(DataInputStream in) throws IOException {
    int size = in.readUnsignedShort();
    List<Pick> picks = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      picks.add(new Pick(in.readInt(), in.readDouble(), terms(in), adjustments(in)));
    }
    return picks;
  }

  private static List<Term> terms(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<Term> terms = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      terms.add(new Term(in.readInt(), in.readShort(), in.readDouble()));
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
