package org.aboveboard.fairness.decision;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers and truths of a JSON text, each under the path of names that leads to it.
final class Json {
  private static final Pattern TOKEN =
      Pattern.compile("\"([^\"]*)\"|(-?[0-9][-+.eE0-9]*|true|false)|([{}\\[\\],:])");

  private final Map<String, String> leaves = new LinkedHashMap<>();
  private final Matcher tokens;

  private Json(String text) {
    tokens = TOKEN.matcher(text);
    next();
    value("");
  }

  static Map<String, String> leaves(String text) {
    return new Json(text).leaves;
  }

  private void value(String path) {
    switch (tokens.group()) {
      case "{" -> members(path);
      case "[" -> elements(path);
      default -> leaves.put(path, tokens.group());
    }
    next();
  }

  private void members(String path) {
    next();
    while (!tokens.group().equals("}")) {
      String name = tokens.group(1);
      next();
      next();
      value(path.isEmpty() ? name : path + ">" + name);
      comma();
    }
  }

  private void elements(String path) {
    next();
    for (int i = 0; !tokens.group().equals("]"); i++) {
      value(path + ">" + i);
      comma();
    }
  }

  private void comma() {
    if (tokens.group().equals(",")) {
      next();
    }
  }

  private void next() {
    if (!tokens.find()) {
      tokens.reset("}").find();
    }
  }
}
