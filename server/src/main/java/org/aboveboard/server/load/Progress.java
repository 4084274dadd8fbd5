package org.aboveboard.server.load;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/// A bar that shows how far a long piece of work is; on paper or in a log, a line every tenth.
public final class Progress {
  private static final int CELLS = 24;
  private static final int LOOK_EVERY = 1024;
  private static final Duration REDRAW = Duration.ofMillis(100);

  private final PrintStream out;
  private final boolean terminal;
  private final InstantSource clock;
  private final String label;
  private final Instant start;
  private long total;
  private long done;
  private Instant drawn;
  private long tenths;

  private Progress(
      PrintStream out, boolean terminal, InstantSource clock, String label, long total) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    this.label = label;
    this.total = Math.max(1, total);
    this.start = clock.instant();
    this.drawn = Instant.MIN;
  }

  /// A bar for about `total` steps.
  public static Progress of(
      PrintStream out, boolean terminal, InstantSource clock, String label, long total) {
    return new Progress(out, terminal, clock, label, total);
  }

  /// One more step.
  public void step() {
    done++;
    total = Math.max(total, done);
    if (done % LOOK_EVERY == 0) {
      look();
    }
  }

  private void look() {
    if (terminal) {
      Instant now = clock.instant();
      if (drawn.plus(REDRAW).isBefore(now)) {
        drawn = now;
        out.print("\r" + bar());
        out.flush();
      }
    } else if (done * 10 / total > tenths) {
      tenths = done * 10 / total;
      out.println(plain());
    }
  }

  /// The end: says how many steps it really was, and how long they took.
  public void finish() {
    total = Math.max(1, done);
    String took = " in " + Duration.between(start, clock.instant()).toSeconds() + " s";
    out.println(terminal ? "\r" + bar() + took + "   " : plain() + took);
    out.flush();
  }

  private String plain() {
    return String.format(Locale.ROOT, "%s: %d %%, %,d", label, done * 100 / total, done);
  }

  private String bar() {
    int full = (int) (done * CELLS / total);
    return String.format(
        Locale.ROOT,
        "%s [%s%s] %3d %%  %,d",
        label,
        "#".repeat(full),
        "-".repeat(CELLS - full),
        done * 100 / total,
        done);
  }
}
