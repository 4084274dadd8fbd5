package org.aboveboard.server.optout;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the `ADPC` header: `withdraw=*, object=direct-marketing, consent="q1 q2"`.
///
/// Several lines are one list. A directive that is not known might say no, so it makes the header
/// unreadable (Advanced Data Protection Control, draft of June 2021, sections 6 and 7).
final class AdpcHeader {
  static final String HEADER = "ADPC";
  static final int LONGEST = 4096;

  /// A name, then one id or several in quotes; empty places in the list mean nothing.
  private static final Pattern DIRECTIVE =
      Pattern.compile(
          "\\G[ \\t,]*+([A-Za-z]++)[ \\t]*+=[ \\t]*+(\"[^\"]*+\"|[^\",\\s]*+)[ \\t]*+(?:,[ \\t,]*+|\\z)");

  private static final Pattern BLANKS = Pattern.compile("[ \\t]+");
  private static final Pattern ID = Pattern.compile("[!#-\\[\\]-~]{1,256}");

  private final Set<String> withdrawn = new HashSet<>();
  private final Set<String> objected = new HashSet<>();
  private final Set<String> consented = new HashSet<>();

  private AdpcHeader() {}

  static Sent read(List<String> lines) {
    String text = lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining(","));
    if (text.isEmpty()) {
      return Sent.NOTHING;
    }
    if (text.length() > LONGEST) {
      return closed("it is longer than " + LONGEST + " characters");
    }
    return new AdpcHeader().said(text);
  }

  private Sent said(String text) {
    List<MatchResult> directives = DIRECTIVE.matcher(text).results().toList();
    boolean isWhole = !directives.isEmpty() && directives.getLast().end() == text.length();
    return isWhole && directives.stream().allMatch(one -> add(one.group(1), one.group(2)))
        ? Sent.of(Adpc.said(withdrawn, objected, consented))
        : closed("it is no list of consent, withdraw and object");
  }

  private boolean add(String name, String value) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "withdraw" -> addAll(withdrawn, value);
      case "object" -> addAll(objected, value);
      case "consent" -> addAll(consented, value);
      default -> false;
    };
  }

  private static boolean addAll(Set<String> ids, String value) {
    List<String> found =
        BLANKS.splitAsStream(value.replace('"', ' ')).filter(id -> !id.isEmpty()).toList();
    ids.addAll(found);
    return found.stream().allMatch(id -> ID.matcher(id).matches());
  }

  private static Sent closed(String why) {
    return Sent.closed(new Unread(Carrier.ADPC, why));
  }
}
