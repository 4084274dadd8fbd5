package org.aboveboard.policy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// JSON in the one form a digest can be taken of: sorted members, no white space.
///
/// This is the JSON Canonicalization Scheme (RFC 8785) for the values a policy has: texts, whole
/// numbers, true and false, lists and objects. Values are built as finished texts.
public final class Json {
  private Json() {}

  /// An object under construction; the order in which members are added does not matter.
  public static final class Members {
    private final Map<String, String> members = new TreeMap<>();

    private Members() {}

    public Members with(String name, String json) {
      members.put(name, json);
      return this;
    }

    public Members text(String name, String value) {
      return with(name, Json.text(value));
    }

    public Members number(String name, long value) {
      return with(name, Long.toString(value));
    }

    /// A number with a fraction, in the shortest form that is read back as the same.
    public Members decimal(String name, double value) {
      return with(name, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
    }

    public Members flag(String name, boolean value) {
      return with(name, Boolean.toString(value));
    }

    /// A list whose order means nothing, so it is sorted.
    public Members set(String name, Stream<String> values) {
      return with(name, list(values.sorted().map(Json::text)));
    }

    /// A list whose order has a meaning.
    public Members texts(String name, Stream<String> values) {
      return with(name, list(values.map(Json::text)));
    }

    public String object() {
      return members.entrySet().stream()
          .map(member -> Json.text(member.getKey()) + ":" + member.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
  }

  public static Members members() {
    return new Members();
  }

  public static String list(Stream<String> json) {
    return json.collect(Collectors.joining(",", "[", "]"));
  }

  public static String text(String value) {
    var out = new StringBuilder(value.length() + 2).append('"');
    value.chars().forEach(c -> append(out, (char) c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < ' ') {
          out.append("\\u00").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 15, 16));
        } else {
          out.append(c);
        }
      }
    }
  }
}
