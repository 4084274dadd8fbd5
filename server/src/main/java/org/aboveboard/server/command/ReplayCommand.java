package org.aboveboard.server.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.House;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.recommend.Replay;
import org.aboveboard.server.recommend.Replay.Rescored;
import org.aboveboard.server.subject.Subject;

/// `replay`: adds each record up again from its own sealed terms, and scores it again while the
/// model is still what it was.
final class ReplayCommand implements Command {
  private static final Duration PATIENCE = Duration.ofHours(6);
  private static final int MOST = 100_000;

  @Override
  public String name() {
    return "replay";
  }

  @Override
  public String words() {
    return "ID… | --all";
  }

  @Override
  public String line() {
    return "adds recommendations up again from their own records";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Instance.OPTIONS);
    options.add(Option.flag("all", "every record there is"));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    if (arguments.has("all") != arguments.words().isEmpty()) {
      throw new Complaint(
          "It is not said which records to replay.", "Write their ids, or --all alone.");
    }
    try (House house = Instance.join(Instance.options(arguments, terminal), terminal)) {
      house.learn().await(0, PATIENCE);
      Replay replay = new Replay(house.declaration(), house.learn(), house.settings());
      Counts counts = new Counts(terminal, replay, !arguments.has("all"));
      if (arguments.has("all")) {
        everything(house, counts);
      } else {
        for (String id : arguments.words()) {
          counts.take(find(house, id));
        }
      }
      return counts.sum();
    }
  }

  private static void everything(House house, Consumer<Recorded> each) {
    house.records().latestAnonymous(MOST).forEach(unnamed -> each.accept(unnamed.record()));
    for (Subject subject : house.subjects().everybody(upkeep(house))) {
      house.records().latest(rights(house, subject), subject, MOST).forEach(each);
    }
  }

  private static Recorded find(House house, String id) throws Complaint {
    Optional<Recorded> found = house.records().anonymous(id).map(RecordStore.Unnamed::record);
    List<Subject> everybody =
        found.isPresent() ? List.of() : house.subjects().everybody(upkeep(house));
    for (Subject subject : everybody) {
      found = house.records().findForOwner(rights(house, subject), subject, id);
      if (found.isPresent()) {
        break;
      }
    }
    return found.orElseThrow(() ->
        new Complaint(
            "There is no record " + id + ".",
            "It may have run out, or its person may have been erased. Check the id."));
  }

  @AuditedBypass(why = "that answers are what their records say is checked for everybody at once")
  private static Grant upkeep(House house) {
    return Grant.forUpkeep(house.declaration().now().policy(), house.clock().instant());
  }

  @AuditedBypass(why = "a record is opened to be added up; nothing but the outcome is shown")
  private static Grant rights(House house, Subject subject) {
    return Grant.forRights(
        subject.number(), house.declaration().now().policy(), house.clock().instant());
  }

  /// What came of each record, and of all.
  private static final class Counts implements Consumer<Recorded> {
    private final Terminal terminal;
    private final Replay replay;
    private final boolean isEachSaid;
    private long records;
    private long wrong;
    private long same;
    private long unscored;

    Counts(Terminal terminal, Replay replay, boolean isEachSaid) {
      this.terminal = terminal;
      this.replay = replay;
      this.isEachSaid = isEachSaid;
    }

    void take(Recorded record) {
      accept(record);
    }

    @Override
    public void accept(Recorded record) {
      records++;
      boolean addsUp = replay.addsUp(record);
      Rescored rescored = replay.rescore(record);
      switch (rescored) {
        case Rescored.Same _ -> same++;
        case Rescored.Different _ -> wrong++;
        case Rescored.NotPossible _ -> unscored++;
      }
      wrong += addsUp ? 0 : 1;
      if (isEachSaid || !addsUp || rescored instanceof Rescored.Different) {
        terminal.say(
            "%s  %s; %s",
            record.recommId(), addsUp ? "adds up" : "DOES NOT ADD UP", words(rescored));
      }
    }

    private static String words(Rescored rescored) {
      return switch (rescored) {
        case Rescored.Same(double apart) ->
            "scored again: the same to " + String.format(Locale.ROOT, "%.1e", apart);
        case Rescored.Different(double apart) -> "SCORED AGAIN IT DIFFERS by " + apart;
        case Rescored.NotPossible(String why) -> "not scored again: " + why;
      };
    }

    int sum() {
      terminal.say(
          "%,d records: %,d wrong; %,d scored again and the same; %,d could only be added up.",
          records, wrong, same, unscored);
      return wrong == 0 ? Main.DONE : Main.FAILED;
    }
  }
}
