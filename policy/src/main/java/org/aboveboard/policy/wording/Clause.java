package org.aboveboard.policy.wording;

import java.util.ArrayList;
import java.util.List;

/// Words that no stop, comma, colon, bracket or dash parts; a phrase lies within one.
record Clause(List<Token> tokens) {
  private static final String NEUTRAL = "\"'’‘‚“”„«»‹›`´/*_#&%\u00ad";
  private static final String HYPHENS = "-‐‑";

  Clause {
    tokens = List.copyOf(tokens);
  }

  /// All clauses of a text, in one pass.
  static List<Clause> in(String text) {
    var clauses = new ArrayList<Clause>();
    var tokens = new ArrayList<Token>();
    int from = 0;
    for (var word : Word.in(text)) {
      if (isParted(text, from, word.start())) {
        clauses.add(new Clause(tokens));
        tokens.clear();
      }
      addSigns(text, from, word.start(), tokens);
      tokens.addAll(Token.of(word));
      from = word.end();
    }
    addSigns(text, from, text.length(), tokens);
    clauses.add(new Clause(tokens));
    return clauses;
  }

  /// All tokens of a text as if it were one clause.
  static Clause whole(String text) {
    return new Clause(in(text).stream().flatMap(clause -> clause.tokens.stream()).toList());
  }

  private static boolean isParted(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      boolean hangs = i == from && i > 0 && HYPHENS.indexOf(c) >= 0;
      if (!Character.isWhitespace(c)
          && !Character.isSpaceChar(c)
          && !hangs
          && NEUTRAL.indexOf(c) < 0) {
        return true;
      }
    }
    return false;
  }

  private static void addSigns(String text, int from, int to, List<Token> tokens) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '&' || text.charAt(i) == '%') {
        tokens.add(new Token(i, i + 1, text.substring(i, i + 1)));
      }
    }
  }

  int size() {
    return tokens.size();
  }

  String word(int at) {
    return tokens.get(at).folded();
  }
}
