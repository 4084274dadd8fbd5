package org.aboveboard.server.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.postgres.RunningPostgres;
import org.aboveboard.server.simulate.Days;

/// Which instance a command is about, and how it is opened.
///
/// A demonstration says so in a file of its data folder, so that it stays one whoever opens it.
final class Instance {
  /// Where it is and what it declares.
  static final List<Option> STORE_OPTIONS =
      List.of(
          Option.setting("data", "FOLDER", "where the store and the keys are; .aboveboard/data"),
          Option.setting("policy", "FOLDER", "the policy to run under; policies/bookshop"),
          Option.setting("db", "URL", "a server to use instead: jdbc:postgresql://…"));

  /// The same, and how its model is fitted.
  static final List<Option> OPTIONS =
      List.of(
          STORE_OPTIONS.get(0),
          STORE_OPTIONS.get(1),
          STORE_OPTIONS.get(2),
          Option.of("lambda", "NUMBER", "the model's ridge; 200"),
          Option.of("xi", "NUMBER", "the model's output scale, 0 to 1; 0 is plain EASE"));

  private static final String MARK = "demonstration";

  private Instance() {}

  static Options options(Arguments arguments, Terminal terminal) throws Complaint {
    Path data = arguments.path("data").orElse(Path.of(".aboveboard", "data"));
    return options(arguments, terminal, data, isDemonstration(data));
  }

  static Options options(Arguments arguments, Terminal terminal, Path data, boolean isDemonstration)
      throws Complaint {
    return new Options(
        data,
        terminal.policy(arguments.path("policy").orElse(Path.of("bookshop"))),
        arguments.text("db"),
        isDemonstration,
        arguments.number("lambda", Options.LAMBDA, 1e-6, 1e9),
        arguments.number("xi", 0, 0, 1));
  }

  static boolean isDemonstration(Path data) {
    return Files.exists(data.resolve(MARK));
  }

  /// From now on this data folder is a demonstration's.
  static void markDemonstration(Path data) throws IOException {
    Files.createDirectories(data);
    Files.writeString(
        data.resolve(MARK),
        "Consents here are made up. They count as long as this file is here, and nowhere else.\n");
  }

  /// The file of the key that everything about people is sealed under.
  static Path rootKey(Path data) {
    return keys(data).resolve("root.key");
  }

  /// The folder of all keys.
  static Path keys(Path data) {
    return data.resolve("keys");
  }

  /// Refuses a folder in which no instance lies.
  static void requireKeys(Options options) throws Complaint {
    if (!Files.exists(rootKey(options.data()))) {
      throw new Complaint(
          "There is no instance in " + options.data() + ".", "Name its folder with --data.");
    }
  }

  /// How a house is opened.
  @FunctionalInterface
  private interface Opening {
    House house(Options options, InstantSource clock) throws IOException, PolicyFaults;
  }

  /// Opens an instance that nobody else runs, with the policy of its options.
  static House open(Options options, Terminal terminal)
      throws IOException, PolicyFaults, Complaint {
    House house = open(House::open, options, terminal.clock());
    String inForce = house.declaration().now().policy().digest();
    if (!PolicyFiles.read(options.policy()).policy().digest().equals(inForce)) {
      terminal.say(
          "Not in force: the policy in %s. Another took its place: %s.", options.policy(), inForce);
      terminal.say("To put it in force again, type ./aboveboard apply %s.", options.policy());
    }
    return house;
  }

  /// Opens an instance with the policy that is in force in it, or joins it where it runs already.
  static House join(Options options, Terminal terminal)
      throws IOException, PolicyFaults, Complaint {
    return open(House::join, joined(options), terminal.clock());
  }

  /// Opens an empty demonstration in which days are made to pass.
  static House open(Options options, Days days, Terminal terminal)
      throws IOException, PolicyFaults, Complaint {
    ReadPolicy read = PolicyFiles.read(options.policy());
    return open(
        (given, clock) -> House.open(read, given, clock, terminal.clock(), new SecureRandom()),
        options,
        days);
  }

  private static House open(Opening opening, Options options, InstantSource clock)
      throws IOException, PolicyFaults, Complaint {
    try {
      return opening.house(options, clock);
    } catch (IllegalArgumentException e) {
      throw new Complaint(String.valueOf(e.getMessage()), "Write it like that.");
    }
  }

  /// The same instance, by the address of its running store if it has one.
  static Options joined(Options options) throws IOException {
    if (options.database().isPresent()) {
      return options;
    }
    return RunningPostgres.in(options.data().resolve("store"))
        .map(running ->
            new Options(
                options.data(),
                options.policy(),
                Optional.of(address(running)),
                options.demonstration(),
                options.lambda(),
                options.xi()))
        .orElse(options);
  }

  private static String address(RunningPostgres running) {
    return running.jdbcUrl()
        + "?user="
        + running.user()
        + "&password="
        + URLEncoder.encode(running.password(), StandardCharsets.UTF_8);
  }
}
