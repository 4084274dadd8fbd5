package org.aboveboard.server.command;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.aboveboard.server.House;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect.Taken;
import org.aboveboard.server.collect.Quarantine.Put;
import org.aboveboard.server.load.Refusal;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.sql.StoreFault;

/// The batches of rows that are being filled and written, a few of them at once, so that sealing
/// one overlaps with writing another.
final class Batches {
  static final int UNDER_WAY = 3;
  private static final int ROWS = 4_000;

  private final ExecutorService workers;
  private final Tally tally;
  private final String file;
  private final Lane keeping;
  private final Lane keepingPartly;
  private final Lane settingAside;
  private final Deque<Sent> underWay = new ArrayDeque<>();
  private long partly;
  private Optional<LocalDate> lastDay = Optional.empty();

  Batches(House house, ExecutorService workers, Tally tally, String file) {
    this.workers = workers;
    this.tally = tally;
    this.file = file;
    this.keeping = keeping(house, false);
    this.keepingPartly = keeping(house, true);
    this.settingAside =
        new Lane(rows -> house.quarantine().take(rows).stream().map(Batches::end).toList());
  }

  private Lane keeping(House house, boolean isPartly) {
    return new Lane(
        rows -> house.collect().bring(rows).stream().map(taken -> end(taken, isPartly)).toList());
  }

  /// What became of a row.
  private sealed interface End {
    record Kept(boolean isPartly) implements End {}

    record Aside(LocalDate until) implements End {}

    record Not(String why) implements End {}
  }

  private record Sent(List<Long> lines, Future<List<End>> ends) {}

  /// Rows on one way in.
  private final class Lane {
    private final Function<List<Arrival>, List<End>> way;
    private List<Arrival> filling = new ArrayList<>();
    private List<Long> lines = new ArrayList<>();

    Lane(Function<List<Arrival>, List<End>> way) {
      this.way = way;
    }

    void add(Arrival arrival, long line) {
      filling.add(arrival);
      lines.add(line);
      if (filling.size() == ROWS) {
        send();
      }
    }

    void send() {
      while (underWay.size() >= UNDER_WAY) {
        receive();
      }
      List<Arrival> full = filling;
      underWay.add(new Sent(lines, workers.submit(() -> way.apply(full))));
      filling = new ArrayList<>();
      lines = new ArrayList<>();
    }
  }

  /// A row that can show what it rests on, or partly can.
  void keep(Arrival arrival, long line, boolean isPartly) {
    (isPartly ? keepingPartly : keeping).add(arrival, line);
  }

  /// A row that cannot.
  void setAside(Arrival arrival, long line) {
    settingAside.add(arrival, line);
  }

  void refuse(long line, String why) {
    tally.refuse(new Refusal(file, line, why));
  }

  /// Writes what is left, and waits for the last of it.
  void finish() {
    keeping.send();
    keepingPartly.send();
    settingAside.send();
    while (!underWay.isEmpty()) {
      receive();
    }
  }

  /// How many rows were kept that evidence is missing for a part of.
  long partly() {
    return partly;
  }

  /// The day on which the last of what was set aside is deleted.
  Optional<LocalDate> lastDay() {
    return lastDay;
  }

  private void receive() {
    Sent sent = underWay.remove();
    List<End> ends = done(sent.ends());
    for (int k = 0; k < ends.size(); k++) {
      switch (ends.get(k)) {
        case End.Kept(boolean isPartly) -> {
          tally.keep();
          partly += isPartly ? 1 : 0;
        }
        case End.Aside(LocalDate until) -> {
          tally.setAside();
          lastDay = lastDay.filter(until::isBefore).or(() -> Optional.of(until));
        }
        case End.Not(String why) -> refuse(sent.lines().get(k), why);
      }
    }
  }

  private static End end(Taken taken, boolean isPartly) {
    return switch (taken) {
      case Taken.Kept _ -> new End.Kept(isPartly);
      case Taken.Repeated _ -> new End.Not("it is here already");
      case Taken.Withheld(String rule) -> new End.Not(rule);
    };
  }

  private static End end(Put put) {
    return switch (put) {
      case Put.Aside(LocalDate until) -> new End.Aside(until);
      case Put.Repeated _ -> new End.Not("it is set aside or kept already");
      case Put.Refused(String rule) -> new End.Not(rule);
    };
  }

  private static List<End> done(Future<List<End>> ends) {
    try {
      return ends.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The import was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreFault fault) {
        throw fault;
      }
      throw new IllegalStateException("A batch could not be written.", e);
    }
  }
}
