package org.aboveboard.verifier;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// A strict reader of one line of JSON (RFC 8259), less what no extract needs: lists, null,
/// fractions and exponents are refused.
///
/// Strict also where the standard is not: a name that comes twice, half a surrogate pair, a number
/// beyond sixty-four bits, or depth beyond four are refused, so that no two readers can see two
/// things in one line.
final class JsonLine {
  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,18}");
  private static final int MAX_DEPTH = 4;
  private static final String CURE = "Export the file again; each line is one JSON object.";

  private final String line;
  private int at;

  private JsonLine(String line) {
    this.line = line;
  }

  static Json.Fields read(String line) throws Unreadable {
    var reader = new JsonLine(line);
    reader.blanks();
    var fields = reader.fields(1);
    reader.blanks();
    if (reader.at < line.length()) {
      throw reader.unreadable("there is more after the object");
    }
    return fields;
  }

  private Json.Fields fields(int depth) throws Unreadable {
    take('{');
    var fields = new LinkedHashMap<String, Json>();
    blanks();
    boolean isFirst = true;
    while (peek() != '}') {
      if (!isFirst) {
        take(',');
        blanks();
      }
      field(fields, depth);
      isFirst = false;
    }
    take('}');
    return new Json.Fields(fields);
  }

  private void field(Map<String, Json> fields, int depth) throws Unreadable {
    var name = text();
    blanks();
    take(':');
    blanks();
    if (fields.putIfAbsent(name, value(depth)) != null) {
      throw unreadable("a name comes twice");
    }
    blanks();
  }

  private Json value(int depth) throws Unreadable {
    return switch (peek()) {
      case '"' -> new Json.Text(text());
      case 't' -> word("true", new Json.Flag(true));
      case 'f' -> word("false", new Json.Flag(false));
      case '{' -> deeper(depth);
      default -> whole();
    };
  }

  private Json deeper(int depth) throws Unreadable {
    if (depth == MAX_DEPTH) {
      throw unreadable("objects lie deeper than " + MAX_DEPTH);
    }
    return fields(depth + 1);
  }

  private Json word(String word, Json value) throws Unreadable {
    if (!line.startsWith(word, at)) {
      throw unreadable("there is no such value");
    }
    at += word.length();
    return value;
  }

  private Json whole() throws Unreadable {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    while (isDigit(peek())) {
      at++;
    }
    var digits = line.substring(start, at);
    if (!WHOLE.matcher(digits).matches() || ".eE".indexOf(peek()) >= 0) {
      throw unreadable("only objects, text, whole numbers, true and false may stand here");
    }
    try {
      return new Json.Whole(Long.parseLong(digits));
    } catch (NumberFormatException _) {
      throw unreadable("a number is beyond sixty-four bits");
    }
  }

  private String text() throws Unreadable {
    take('"');
    var text = new StringBuilder();
    while (peek() != '"') {
      text.append(character());
    }
    take('"');
    if (hasHalfPair(text)) {
      throw unreadable("text holds half a character (a lone surrogate)");
    }
    return text.toString();
  }

  private char character() throws Unreadable {
    char c = next();
    if (c < ' ') {
      throw unreadable("a control character stands in a text");
    }
    return c == '\\' ? escaped() : c;
  }

  private char escaped() throws Unreadable {
    char c = next();
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw unreadable("there is no such escape");
    };
  }

  private char unicode() throws Unreadable {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      char c = next();
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw unreadable("an escape needs four hexadecimal digits");
      }
      code = 16 * code + digit;
    }
    return (char) code;
  }

  private static boolean hasHalfPair(CharSequence text) {
    return text.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void blanks() {
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
  }

  private void take(char expected) throws Unreadable {
    if (next() != expected) {
      at--;
      throw unreadable("'" + expected + "' is missing");
    }
  }

  private char next() throws Unreadable {
    char c = peek();
    at++;
    return c;
  }

  private char peek() throws Unreadable {
    if (at >= line.length()) {
      throw unreadable("the line ends too early");
    }
    return line.charAt(at);
  }

  private Unreadable unreadable(String what) {
    return new Unreadable(what + " (character " + (at + 1) + ")", CURE);
  }
}
