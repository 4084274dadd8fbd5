package org.aboveboard.policy.read;

import java.util.Locale;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/// What a file can have that is no YAML, in words of ours.
///
/// The parser tells where it gave up; what is never closed is told where it began.
enum YamlTrouble {
  TAB("A tab stands where the line is moved in.", "Use blanks: two for each level.", false),
  UNCLOSED_QUOTE(
      "A quotation mark that starts here is never closed.",
      "Write the same mark behind the words; one within them is written twice.",
      true),
  UNCLOSED_BRACE("A '{' that starts here is not closed.", "Write '}' behind its last value.", true),
  UNCLOSED_BRACKET(
      "A '[' that starts here is not closed.", "Write ']' behind its last word.", true),
  ESCAPE(
      "A text in double quotation marks holds a backslash that means nothing.",
      "Write the backslash twice, or use single quotation marks.",
      false),
  NO_COLON(
      "A key stands here without its colon.",
      "Write 'key: value' on one line; a text of several lines needs quotation marks.",
      true),
  COLON(
      "There is a colon too many, or the line is moved in too far.",
      "Put words that hold a colon in quotation marks, and start all keys of a block below each"
          + " other.",
      false),
  DASH(
      "An item of a list stands where none can.",
      "Start the list on a line of its own, below its key.",
      false),
  INDENTATION(
      "This line does not belong to the block above it.",
      "Start all keys of a block below each other; words behind a quotation mark are one more"
          + " cause.",
      false),
  SIGN(
      "A value begins with a sign that means something else in YAML.",
      "Put the value in quotation marks.",
      false),
  OTHER(
      "This is not readable YAML.",
      "Check the indentation, the colons and the quotation marks around this line.",
      false);

  private final String what;
  private final String cure;
  private final boolean isToldWhereItBegan;

  YamlTrouble(String what, String cure, boolean isToldWhereItBegan) {
    this.what = what;
    this.cure = cure;
    this.isToldWhereItBegan = isToldWhereItBegan;
  }

  static YamlTrouble of(MarkedYamlEngineException e) {
    var doing = String.valueOf(e.getContext()).toLowerCase(Locale.ROOT);
    var problem = String.valueOf(e.getProblem()).toLowerCase(Locale.ROOT);
    if (problem.contains("for indentation") && problem.contains("tab")) {
      return TAB;
    }
    if (problem.contains("anchor") || doing.contains("anchor") || doing.contains("alias")) {
      return OTHER;
    }
    if (doing.contains("quoted scalar")) {
      return problem.contains("escape") ? ESCAPE : UNCLOSED_QUOTE;
    }
    if (doing.contains("flow mapping")) {
      return UNCLOSED_BRACE;
    }
    if (doing.contains("flow sequence")) {
      return UNCLOSED_BRACKET;
    }
    if (problem.contains("could not find expected ':'")) {
      return NO_COLON;
    }
    if (problem.contains("mapping values") || problem.contains("mapping keys")) {
      return COLON;
    }
    if (problem.contains("sequence entries")) {
      return DASH;
    }
    if (doing.contains("block") || problem.contains("<document start>")) {
      return INDENTATION;
    }
    return problem.contains("cannot start any token") ? SIGN : OTHER;
  }

  /// Counted from one.
  int line(MarkedYamlEngineException e) {
    var where = isToldWhereItBegan ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
    return where.map(Mark::getLine).orElse(0) + 1;
  }

  String what() {
    return what;
  }

  String cure() {
    return cure;
  }
}
