package org.aboveboard.server.lease;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.postgres.EmbeddedPostgres;

/// Two houses on one store, with one root key.
final class Pair implements AutoCloseable {
  private static final int TRIES = 3;

  /// As in the running server: elsewhere, the driver would log its every call.
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private final EmbeddedPostgres postgres;
  private final List<House> houses;

  private Pair(EmbeddedPostgres postgres, List<House> houses) {
    this.postgres = postgres;
    this.houses = houses;
  }

  static Pair in(Path folder) throws Exception {
    DRIVER.setLevel(Level.INFO);
    EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("store"));
    String url =
        postgres.jdbcUrl()
            + "?user="
            + postgres.user()
            + "&password="
            + URLEncoder.encode(postgres.password(), StandardCharsets.UTF_8);
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    Options options = new Options(folder, policy, Optional.of(url), false, 5, 0);
    return new Pair(
        postgres,
        List.of(
            House.open(options, InstantSource.system()),
            House.open(options, InstantSource.system())));
  }

  House house(int number) {
    return houses.get(number);
  }

  House other(House house) {
    return houses.get(1 - houses.indexOf(house));
  }

  static Surface surface(House house) {
    return house.declaration().policy().surface("home-row").orElseThrow();
  }

  static Purpose purpose(House house) {
    return house.declaration().policy().purpose("recommendations").orElseThrow();
  }

  /// Puts the question and takes a yes; answers its index.
  long gives(House house, String name) {
    Prompts.Served served = house.prompts().serve(name, surface(house), purpose(house), false);
    return index(house.consents().answer(name, served.id(), true, "prompt"));
  }

  /// Takes the yes back; answers the index.
  long withdraws(House house, String name) {
    return index(house.consents().withdraw(name, purpose(house), "privacy-options"));
  }

  private static long index(Settled settled) {
    return switch (settled) {
      case Settled.Done done -> done.index();
      case Settled.NotTaken refused -> throw new IllegalStateException(refused.why());
    };
  }

  /// Whether a use may begin, as a node decides it: reads and decides anew until it is certain.
  ///
  /// @param pause what may come between reading and beginning
  boolean decides(House house, String name, Runnable pause) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Moment moment = house.lease().begin();
      Optional<Known> known = house.consentStore().known(name);
      if (known.isEmpty() || !isAllowed(house, known.get())) {
        return false;
      }
      pause.run();
      long subject = known.get().subject().number();
      if (house.lease().stands(moment, subject, known.get().standing().index())) {
        return true;
      }
    }
    return false;
  }

  /// The same, by a node that holds no lease.
  boolean decidesAlone(House house, String name, Runnable pause) {
    boolean isAllowed =
        house.consentStore().known(name).map(known -> isAllowed(house, known)).orElse(false);
    pause.run();
    return isAllowed;
  }

  private static boolean isAllowed(House house, Known known) {
    Question question =
        new Question(
            known.subject().number(),
            purpose(house),
            Use.SERVE,
            Optional.of(surface(house).id()),
            OptOuts.none(),
            false);
    return house.declaration().policy().decide(question, known.standing(), house.clock().instant())
        instanceof Decision.Allow;
  }

  @Override
  public void close() {
    houses.forEach(House::close);
    postgres.close();
  }
}
