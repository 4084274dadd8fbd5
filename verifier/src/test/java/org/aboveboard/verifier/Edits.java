package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Ways to damage a text, or what is packed in it.
final class Edits {
  private Edits() {}

  static String previous(String line) {
    return "index " + (Long.parseLong(line.substring(6)) - 1);
  }

  /// Another spelling of the same bytes: a bit that no byte takes is set.
  static String spare(String line) {
    if (!line.endsWith("=")) {
      return line.substring(0, line.length() - 4) + "AB==";
    }
    int at = line.indexOf('=') - 1;
    var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char next = digits.charAt(digits.indexOf(line.charAt(at)) + 1);
    return line.substring(0, at) + next + line.substring(at + 1);
  }

  static String swapped(String text, int one, int other) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.set(one - 1, lines.set(other - 1, lines.get(one - 1)));
    return String.join("\n", lines);
  }

  static String dropped(String text, int number) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.remove(number - 1);
    return String.join("\n", lines);
  }

  static String doubled(String text, int number) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.add(number, lines.get(number - 1));
    return String.join("\n", lines);
  }

  static String flipped(String line, int at) {
    return flipped(line, at, 1);
  }

  /// A signature line with some bits of one byte the other way.
  static String flipped(String line, int at, int bits) {
    return signature(line, bytes -> put(bytes, at, bytes[at] ^ bits));
  }

  static String resized(String line, int by) {
    return signature(line, bytes -> Arrays.copyOf(bytes, bytes.length + by));
  }

  static String signature(String line, UnaryOperator<byte[]> edit) {
    int at = line.lastIndexOf(' ') + 1;
    return line.substring(0, at)
        + base64(edit.apply(Base64.getDecoder().decode(line.substring(at))));
  }

  static byte[] put(byte[] bytes, int at, int value) {
    var changed = bytes.clone();
    changed[at] = (byte) value;
    return changed;
  }

  static byte[] renamed(byte[] body) {
    return new String(body, ISO_8859_1).replace("recommend", "recommand").getBytes(ISO_8859_1);
  }

  static String value(String opening, String name, UnaryOperator<byte[]> edit) {
    return opened(opening, Pattern.compile("\n" + name + " ([^\n]*)"), edit);
  }

  static String lastValue(String opening, String name, UnaryOperator<byte[]> edit) {
    return opened(opening, Pattern.compile("(?s).*\n" + name + " ([^\n]*)"), edit);
  }

  static String opened(String opening, Pattern pattern, UnaryOperator<byte[]> edit) {
    var match = pattern.matcher(opening);
    if (!match.find()) {
      throw new AssertionError("no " + pattern);
    }
    var bytes = edit.apply(Base64.getDecoder().decode(match.group(1)));
    return opening.substring(0, match.start(1)) + base64(bytes) + opening.substring(match.end(1));
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
