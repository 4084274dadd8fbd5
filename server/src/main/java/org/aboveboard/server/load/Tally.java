package org.aboveboard.server.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Counts what was read, kept and refused of a file, and why, with the first line numbers of each
/// reason.
public final class Tally {
  private static final int LINES_NAMED = 5;
  private static final int REASONS_NAMED = 40;

  /// How often lines of a file were refused for one reason, and the numbers of the first few.
  public record Reason(String file, String why, long count, List<Long> firstLines) {
    public Reason {
      firstLines = List.copyOf(firstLines);
    }

    private Reason with(long line) {
      if (firstLines.size() == LINES_NAMED) {
        return new Reason(file, why, count + 1, firstLines);
      }
      List<Long> lines = new ArrayList<>(firstLines);
      lines.add(line);
      return new Reason(file, why, count + 1, lines);
    }
  }

  private record Key(String file, String why) {}

  private final Map<Key, Reason> reasons = new LinkedHashMap<>();
  private long kept;
  private long aside;
  private long refused;

  /// Counts one line that was taken in.
  public void keep() {
    kept++;
  }

  /// Counts one line that was set aside.
  public void setAside() {
    aside++;
  }

  /// Counts one line that was not.
  public void refuse(Refusal refusal) {
    refused++;
    Key key = new Key(refusal.file(), refusal.why());
    if (!reasons.containsKey(key) && reasons.size() >= REASONS_NAMED) {
      key = new Key(refusal.file(), "another reason");
    }
    Key counted = key;
    reasons.put(
        counted,
        reasons
            .getOrDefault(counted, new Reason(counted.file(), counted.why(), 0, List.of()))
            .with(refusal.line()));
  }

  public long read() {
    return kept + aside + refused;
  }

  public long kept() {
    return kept;
  }

  public long aside() {
    return aside;
  }

  public long refused() {
    return refused;
  }

  /// The reasons in the order they came up.
  public List<Reason> reasons() {
    return List.copyOf(reasons.values());
  }

  /// The counts and reasons as a table to print.
  public String table() {
    return String.format(Locale.ROOT, "read %,d, kept %,d, ", read(), kept)
        + (aside == 0 ? "" : String.format(Locale.ROOT, "set aside %,d, ", aside))
        + String.format(Locale.ROOT, "refused %,d%n", refused)
        + refusals();
  }

  /// The reasons alone.
  public String refusals() {
    return reasons().stream().map(Tally::row).collect(Collectors.joining());
  }

  private static String row(Reason reason) {
    String lines =
        reason.firstLines().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String more = reason.count() > reason.firstLines().size() ? ", …" : "";
    return String.format(
        Locale.ROOT,
        "%,12d  %s: %s (line %s%s)%n",
        reason.count(),
        reason.file(),
        reason.why(),
        lines,
        more);
  }
}
