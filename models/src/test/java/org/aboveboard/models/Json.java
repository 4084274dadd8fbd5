package org.aboveboard.models;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A JSON document, read far enough to look up numbers.
record Json(Object value) {
  static Json of(String text) {
    return new Json(new Reader(text).value());
  }

  Json get(String name) {
    return new Json(Objects.requireNonNull(((Map<?, ?>) value).get(name), name));
  }

  List<Json> list() {
    return ((List<?>) value).stream().map(Json::new).toList();
  }

  double number() {
    return (Double) value;
  }

  double[] numbers() {
    return list().stream().mapToDouble(Json::number).toArray();
  }

  private static final class Reader {
    private final String text;
    private int at;

    Reader(String text) {
      this.text = text;
    }

    Object value() {
      return switch (peek()) {
        case '{' -> object();
        case '[' -> array();
        case '"' -> string();
        default -> literal();
      };
    }

    private Object object() {
      Map<String, Object> map = new LinkedHashMap<>();
      at++;
      while (peek() != '}') {
        String name = string();
        expect(':');
        map.put(name, value());
        skipComma();
      }
      at++;
      return map;
    }

    private Object array() {
      List<Object> list = new ArrayList<>();
      at++;
      while (peek() != ']') {
        list.add(value());
        skipComma();
      }
      at++;
      return list;
    }

    private String string() {
      expect('"');
      int end = text.indexOf('"', at);
      String string = text.substring(at, end);
      at = end + 1;
      return string;
    }

    private Object literal() {
      int end = at;
      while (end < text.length() && ",]}\n ".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      String literal = text.substring(at, end);
      at = end;
      return "null".equals(literal) ? List.of() : Double.valueOf(literal);
    }

    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private void expect(char wanted) {
      if (peek() != wanted) {
        throw new IllegalArgumentException("expected " + wanted + " at " + at);
      }
      at++;
    }

    private void skipComma() {
      if (peek() == ',') {
        at++;
      }
    }
  }
}
