package org.aboveboard.ledger;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A small flat record of named fields that has one byte form only.
///
/// The bytes are: the version `01`; the number of fields (2 bytes); then for each field, in
/// ascending order of its key, the key's length (1 byte), the key in ASCII, a type byte and the
/// content. Text (type 1) is its length (4 bytes) and UTF-8, a whole number (type 2) is 8 bytes in
/// two's complement, a flag (type 3) is one byte, 0 or 1. Numbers are big-endian. Equal records
/// give equal bytes and different records different bytes, whatever order the fields came in.
public final class Canonical {
  /// The longest byte form that is made or read.
  public static final int MAX_BYTES = 1 << 20;

  /// The most fields that one record holds.
  public static final int MAX_FIELDS = 1_000;

  private static final int MAX_KEY = 64;
  private static final Canonical EMPTY = new Canonical(new TreeMap<>());

  private final SortedMap<String, Value> fields;

  private Canonical(SortedMap<String, Value> fields) {
    this.fields = fields;
  }

  /// What reading bytes found.
  public sealed interface Reading {}

  /// The bytes are the one form of this record.
  public record Read(Canonical record) implements Reading {}

  /// The bytes are not the byte form of any record.
  public record Unreadable(String reason) implements Reading {}

  public static Canonical empty() {
    return EMPTY;
  }

  /// The record with these fields. A key is a letter, then up to 63 of letters, digits and `._-`.
  public static Canonical of(Map<String, Value> fields) {
    fields.keySet().forEach(Canonical::requireKey);
    return bounded(new TreeMap<>(fields));
  }

  /// Reads the one byte form of a record and refuses everything else.
  public static Reading read(byte[] bytes) {
    return CanonicalBytes.read(bytes);
  }

  public Canonical with(String key, String text) {
    return with(key, new Value.Text(text));
  }

  public Canonical with(String key, long number) {
    return with(key, new Value.Whole(number));
  }

  public Canonical with(String key, boolean flag) {
    return with(key, new Value.Flag(flag));
  }

  /// This record and one more field. A key that is there already is refused.
  public Canonical with(String key, Value value) {
    requireKey(key);
    var more = new TreeMap<>(fields);
    if (more.put(key, value) != null) {
      throw new IllegalArgumentException("the key " + key + " is there already");
    }
    return bounded(more);
  }

  public Optional<Value> field(String key) {
    return Optional.ofNullable(fields.get(key));
  }

  public SortedMap<String, Value> fields() {
    return Collections.unmodifiableSortedMap(fields);
  }

  public byte[] bytes() {
    return CanonicalBytes.write(fields);
  }

  /// Whether the text can name a field.
  public static boolean isKey(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_KEY
        && isLetter(text.charAt(0))
        && text.chars().allMatch(Canonical::isOfKey);
  }

  private static boolean isOfKey(int sign) {
    return isLetter(sign) || (sign >= '0' && sign <= '9') || "._-".indexOf(sign) >= 0;
  }

  private static boolean isLetter(int sign) {
    return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Canonical record && fields.equals(record.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /// Names the fields and hides their contents, which may be personal.
  @Override
  public String toString() {
    return "Canonical" + fields.keySet();
  }

  private static Canonical bounded(SortedMap<String, Value> fields) {
    if (fields.size() > MAX_FIELDS) {
      throw new IllegalArgumentException("more than " + MAX_FIELDS + " fields");
    }
    return new Canonical(fields);
  }

  private static void requireKey(String key) {
    if (!isKey(key)) {
      throw new IllegalArgumentException(
          "a key is a letter, then up to 63 of letters, digits and ._-");
    }
  }
}
