package org.aboveboard.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/// The byte form of [Canonical], written and read.
///
/// Reading is strict by construction: what was read is written again, and bytes that are not the
/// same are refused. So fields out of order, doubled keys, trailing bytes and odd flags all fail.
final class CanonicalBytes {
  private static final byte VERSION = 1;
  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte FLAG = 3;

  private CanonicalBytes() {}

  static byte[] write(SortedMap<String, Value> fields) {
    var out = new Output();
    out.bytes(VERSION).bytes(two(fields.size()));
    fields.forEach((key, value) -> field(out, key, value));
    return out.finish();
  }

  static Canonical.Reading read(byte[] bytes) {
    if (bytes.length > Canonical.MAX_BYTES) {
      return new Canonical.Unreadable("more than " + Canonical.MAX_BYTES + " bytes");
    }
    try {
      var read = Canonical.of(fields(ByteBuffer.wrap(bytes)));
      return Arrays.equals(read.bytes(), bytes)
          ? new Canonical.Read(read)
          : new Canonical.Unreadable("the bytes are not in their one canonical form");
    } catch (BufferUnderflowException _) {
      return new Canonical.Unreadable("the bytes end too early");
    } catch (CharacterCodingException _) {
      return new Canonical.Unreadable("a text is not UTF-8");
    } catch (IllegalArgumentException e) {
      return new Canonical.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static void field(Output out, String key, Value value) {
    out.bytes((byte) key.length()).bytes(key.getBytes(US_ASCII));
    switch (value) {
      case Value.Text(var text) -> {
        var utf8 = text.getBytes(UTF_8);
        out.bytes(TEXT).bytes(four(utf8.length)).bytes(utf8);
      }
      case Value.Whole(var number) -> out.bytes(WHOLE).bytes(eight(number));
      case Value.Flag(var flag) -> out.bytes(FLAG, (byte) (flag ? 1 : 0));
    }
  }

  private static Map<String, Value> fields(ByteBuffer in) throws CharacterCodingException {
    if (in.get() != VERSION) {
      throw new IllegalArgumentException("the first byte is not the version 1");
    }
    var fields = new LinkedHashMap<String, Value>();
    for (int left = Short.toUnsignedInt(in.getShort()); left > 0; left--) {
      var key = new String(take(in, Byte.toUnsignedInt(in.get())), US_ASCII);
      fields.put(key, value(in));
    }
    return fields;
  }

  private static Value value(ByteBuffer in) throws CharacterCodingException {
    byte type = in.get();
    return switch (type) {
      case TEXT -> new Value.Text(utf8(take(in, in.getInt())));
      case WHOLE -> new Value.Whole(in.getLong());
      case FLAG -> new Value.Flag(in.get() != 0);
      default -> throw new IllegalArgumentException("no type has the number " + type);
    };
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static byte[] take(ByteBuffer in, int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    var taken = new byte[length];
    in.get(taken);
    return taken;
  }

  private static byte[] two(int number) {
    return ByteBuffer.allocate(2).putShort((short) number).array();
  }

  private static byte[] four(int number) {
    return ByteBuffer.allocate(4).putInt(number).array();
  }

  private static byte[] eight(long number) {
    return ByteBuffer.allocate(8).putLong(number).array();
  }

  /// Bytes written one after the other, up to the bound.
  private static final class Output {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    Output bytes(byte... bytes) {
      if (written.size() + bytes.length > Canonical.MAX_BYTES) {
        throw new IllegalArgumentException("more than " + Canonical.MAX_BYTES + " bytes");
      }
      written.writeBytes(bytes);
      return this;
    }

    byte[] finish() {
      return written.toByteArray();
    }
  }
}
