package org.aboveboard.server.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.UnknownDataSet;
import org.aboveboard.server.simulate.Days;

/// `demo`: a shop one can walk into, with made-up consents; made at the first start, kept for the
/// next.
final class Demo implements Command {
  private static final int EVERYBODY = 999_999_999;
  private static final Duration A_MOMENT = Duration.ofSeconds(8);
  private static final Duration A_LONG_TIME = Duration.ofHours(6);

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public String line() {
    return "a bookshop to try everything in, or a data set of yours";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of("data", "FOLDER", "a data set instead of the made-up bookshop"),
        Option.of("people", "N", "only the first N people of it"),
        Option.flag("fresh", "forgets the last demonstration and makes it anew"),
        Serve.PORT,
        Option.of("lambda", "NUMBER", "the model's ridge; 200"),
        Option.of("xi", "NUMBER", "the model's output scale, 0 to 1; 0 is plain EASE"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    arguments.noWords();
    Stage stage = stage(arguments, terminal);
    InetSocketAddress address = Serve.address(arguments);
    Path data = Path.of(".aboveboard", "demo-" + stage.name());
    int people = arguments.whole("people", EVERYBODY, 1, EVERYBODY);
    DemoFolder folder = new DemoFolder(data);
    folder.prepare(arguments.has("fresh"), terminal);
    Options options = options(arguments, terminal, stage, data);
    House house =
        folder.isWhole()
            ? Instance.open(options, terminal)
            : filled(options, stage, people, folder, terminal);
    System.setProperty("aboveboard.data", data.toString());
    return Serve.serve(house, address, () -> greet(house, address, data, terminal));
  }

  /// A house that was opened some time ago, filled, and lived in until now.
  private static House filled(
      Options options, Stage stage, int people, DemoFolder folder, Terminal terminal)
      throws Exception {
    Days days = Days.from(stage.begins(terminal.clock().instant()), terminal.clock());
    House house = Instance.open(options, days, terminal);
    try {
      stage.fill(house, terminal, people, folder.data());
      stage.pass(house, days, terminal);
      days.catchUp();
      DemoKeys.make(house, folder.data());
      folder.markWhole();
      return house;
    } catch (Exception e) {
      house.close();
      throw e;
    }
  }

  private static Options options(Arguments arguments, Terminal terminal, Stage stage, Path data)
      throws Complaint {
    return new Options(
        data,
        terminal.policy(Path.of(stage.policy())),
        Optional.empty(),
        true,
        arguments.number("lambda", Options.LAMBDA, 1e-6, 1e9),
        arguments.number("xi", 0, 0, 1));
  }

  private static Stage stage(Arguments arguments, Terminal terminal) throws Complaint {
    if (!arguments.has("data")) {
      return new Stage.Books();
    }
    try {
      DataSet data = DataSet.open(arguments.path("data").orElseThrow());
      data.advice().forEach(terminal::say);
      return new Stage.Given(data);
    } catch (UnknownDataSet e) {
      throw new Complaint(String.valueOf(e.getMessage()), "");
    }
  }

  /// Says what there is to see, and when the model knows as much as the store.
  private static void greet(House house, InetSocketAddress address, Path data, Terminal terminal) {
    try {
      boolean isReady = house.learn().await(written(house), A_MOMENT);
      links(Serve.url(address), data, terminal);
      if (!isReady) {
        terminal.say("The model is being built. Until then every page shows what is popular.");
        house.learn().await(written(house), A_LONG_TIME);
        terminal.say(
            "The model is built, %.1f s after the start: %s.", terminal.seconds(), size(house));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long written(House house) {
    var progress = house.learn().progress();
    return progress.index() + progress.pending();
  }

  private static String size(House house) {
    return String.format(
        Locale.ROOT,
        "%,d items, %,d people",
        house.learn().snapshot().items(),
        house.learn().progress().subjects());
  }

  private static void links(String url, Path data, Terminal terminal) throws IOException {
    terminal.say("Ready after %.1f s.", terminal.seconds());
    terminal.say("");
    terminal.say("  shop              %s/shop", url);
    terminal.say("  privacy options   %s/privacy", url);
    terminal.say("  why this?         under each suggestion in the shop, after a yes");
    terminal.say("  notice            %s/transparency", url);
    terminal.say("  fairness          %s/transparency/fairness", url);
    terminal.say("  staff             %s/operate", url);
    terminal.say("  API               %s/docs", url);
    terminal.say("");
    terminal.say("Keys of this demonstration:");
    Files.readAllLines(DemoKeys.file(data)).forEach(line -> terminal.say("  " + line));
    terminal.say("");
    terminal.say("Everything is in %s. Ctrl-C stops it; the next start goes on from here.", data);
  }
}
