package org.aboveboard.server.command;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aboveboard.models.Protocol;
import org.aboveboard.models.Ratings;
import org.aboveboard.models.Split;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.Tally;
import org.aboveboard.server.load.UnknownDataSet;

/// `evaluate`: how well the model guesses, by the reference protocol: on a data set, which needs no
/// store, or on what the people of an instance agreed to.
final class Evaluate implements Command {
  private static final int HELD_OUT = 100;

  @Override
  public String name() {
    return "evaluate";
  }

  @Override
  public String words() {
    return "--data FOLDER";
  }

  @Override
  public String line() {
    return "measures the model on a data set of ratings";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of("data", "FOLDER", "the data set, or the folder of an instance"),
        Option.of("db", "URL", "of an instance, the server it uses: jdbc:postgresql://…"),
        Option.of("salt", "TEXT", "what the division depends on; the folder's name"),
        Option.of("holdout", "N", "people to test on, and as many to choose by; 100"),
        Option.of("lambda", "NUMBER", "one ridge instead of the grid"),
        Option.of("xi", "NUMBER", "the output scale, 0 to 1; 0 is plain EASE"),
        Option.of("report", "FOLDER", "measures all there is, and writes it there"),
        Option.of("policy", "FOLDER", "whose limits it is held to; the data set's own"),
        Option.of("smallest", "N", "the fewest people that a shown group has; 20"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    arguments.noWords();
    if (arguments.has("xi") && arguments.has("report")) {
      throw new Complaint(
          "--xi and --report do not go together.",
          "Leave --xi out: a report tries several by itself.");
    }
    int holdout = arguments.whole("holdout", HELD_OUT, 1, 1_000_000);
    double xi = arguments.number("xi", 0, 0, 1);
    List<Double> lambdas =
        arguments.has("lambda")
            ? List.of(arguments.number("lambda", 200, 1e-6, 1e9))
            : Protocol.GRID;
    if (isInstance(arguments)) {
      return instance(arguments, terminal, holdout, lambdas);
    }
    DataSet data = open(arguments);
    String salt = arguments.text("salt").orElse(data.name());
    try {
      var read = read(data, terminal);
      Split split = Split.of(ratings(read), salt, holdout, holdout);
      return arguments.path("report").isPresent()
          ? new Reporting(terminal, arguments, salt, lambdas)
              .write(data, split, DaysOfRatings.of(read, split))
          : print(new Table(terminal, split), new Protocol(salt, holdout, holdout, lambdas, xi));
    } catch (IllegalArgumentException e) {
      throw new Complaint(
          "This data set cannot be measured: " + e.getMessage() + ".",
          "Give another folder, a smaller --holdout, or more memory in ABOVEBOARD_JAVA_OPTIONS.");
    }
  }

  private static boolean isInstance(Arguments arguments) throws Complaint {
    return arguments.has("db")
        || arguments.path("data").filter(data -> Files.exists(Instance.rootKey(data))).isPresent();
  }

  /// On what the people of an instance agreed to be learnt from.
  private static int instance(
      Arguments arguments, Terminal terminal, int holdout, List<Double> lambdas) throws Exception {
    if (!arguments.has("report")) {
      throw new Complaint(
          "It is not said where the report goes.", "Write evaluate --data FOLDER --report OUT.");
    }
    Options options = Instance.options(arguments, terminal);
    Instance.requireKeys(options);
    try (House house = Instance.join(options, terminal)) {
      Policy inForce = house.declaration().now().policy();
      String salt = arguments.text("salt").orElse(inForce.organisation().name());
      return new Reporting(terminal, arguments, salt, lambdas)
          .write(new OwnPeople(house), holdout, inForce);
    }
  }

  private static DataSet open(Arguments arguments) throws Complaint {
    try {
      return DataSet.open(
          arguments
              .path("data")
              .orElseThrow(() ->
                  new Complaint("The data set is missing.", "Write evaluate --data FOLDER.")));
    } catch (UnknownDataSet e) {
      throw new Complaint(String.valueOf(e.getMessage()), "");
    }
  }

  private static org.aboveboard.server.load.Ratings read(DataSet data, Terminal terminal)
      throws Complaint {
    Tally tally = new Tally();
    var read = data.ratings(tally::refuse);
    if (tally.refused() > 0) {
      terminal.say("%,d lines were passed over:%n%s", tally.refused(), tally.table());
    }
    if (read.isEmpty()) {
      throw new Complaint(
          "There are no ratings in " + data.name() + ".", "Measuring needs stars from 1 to 5.");
    }
    terminal.say("%s: %,d ratings", data.name(), read.size());
    return read;
  }

  private static Ratings ratings(org.aboveboard.server.load.Ratings read) throws Complaint {
    String[] users = new String[read.size()];
    int[] items = new int[read.size()];
    double[] stars = new double[read.size()];
    Map<Long, String> names = new HashMap<>();
    for (int k = 0; k < users.length; k++) {
      users[k] = names.computeIfAbsent(read.user(k), id -> Long.toString(id));
      items[k] = item(read.item(k));
      stars[k] = read.stars(k);
    }
    return Ratings.of(users, items, stars);
  }

  private static int item(long id) throws Complaint {
    if (id > Integer.MAX_VALUE) {
      throw new Complaint(
          "An item's id is above " + Integer.MAX_VALUE + ".", "Number the items anew.");
    }
    return (int) id;
  }

  /// One ridge at a time, so that each line stands there as soon as it is known.
  private static int print(Table table, Protocol protocol) {
    int threads = Runtime.getRuntime().availableProcessors();
    List<Protocol.Report> reports = new ArrayList<>();
    table.heading();
    for (double lambda : protocol.lambdas()) {
      var one =
          new Protocol(
              protocol.salt(),
              protocol.test(),
              protocol.validation(),
              List.of(lambda),
              protocol.xi());
      var report = one.evaluate(table.split(), threads);
      if (reports.isEmpty()) {
        table.popularity(report.popularity());
      }
      reports.add(report);
      table.fit(report.best());
    }
    var all = reports.stream().flatMap(report -> report.fits().stream()).toList();
    var first = reports.getFirst();
    table.best(
        new Protocol.Report(table.split(), first.popularity(), all).best(), first.popularity());
    return Main.DONE;
  }
}
