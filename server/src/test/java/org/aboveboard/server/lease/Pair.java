package org.aboveboard.server.lease;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.postgres.EmbeddedPostgres;

/// Two houses on one store, with one root key.
final class Pair implements AutoCloseable {
  /// As in the running server: elsewhere, the driver would log its every call.
  private static final Logger DRIVER = Logger.getLogger("org.postgresql");

  private static final int MOST_ATTEMPTS = 1_000;

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
    return house.declaration().now().policy().surface("home-row").orElseThrow();
  }

  static Purpose purpose(House house) {
    return house.declaration().now().policy().purpose("recommendations").orElseThrow();
  }

  /// Puts the question until its yes is taken, since a no that comes between spends it; answers the
  /// index of the yes.
  long gives(House house, String name) {
    for (int attempt = 1; ; attempt++) {
      Settled settled = answered(house, name);
      if (!(settled instanceof Settled.NotTaken) || attempt == MOST_ATTEMPTS) {
        return index(settled);
      }
    }
  }

  private static Settled answered(House house, String name) {
    InForce inForce = house.declaration().now();
    Prompt.Reader reader = new Prompt.Reader(Language.EN, false, Optional.empty());
    String prompt =
        house.prompts().serve(inForce, name, surface(house), purpose(house), reader).id();
    return house.consents().answer(name, prompt, Reply.YES, How.page("prompt"));
  }

  /// Takes the yes back; answers the index.
  long withdraws(House house, String name) {
    return index(house.consents().withdraw(name, purpose(house), How.page("privacy-options")));
  }

  private static long index(Settled settled) {
    return switch (settled) {
      case Settled.Done done -> done.index();
      case Settled.Again(Settled.Done done) -> done.index();
      case Settled.Unheard _ -> throw new IllegalStateException("not heard in time");
      case Settled.NotTaken refused -> throw new IllegalStateException(refused.why());
    };
  }

  /// Whether a use may begin, as a node decides it.
  ///
  /// @param pause what may come between reading and beginning
  boolean decides(House house, String name, Runnable pause) {
    return house
        .deciding()
        .about(
            List.of(name),
            said -> {
              boolean isAllowed = isAllowed(house, said, said.of(name));
              if (isAllowed) {
                pause.run();
              }
              return isAllowed;
            });
  }

  private static boolean isAllowed(House house, Said said, Optional<Known> known) {
    return said.decide(
            known,
            purpose(house),
            Use.SERVE,
            Optional.of(surface(house).id()),
            said.circumstances(OptOuts.none(), false),
            house.clock().instant())
        instanceof Decision.Allow;
  }

  /// The same, by a node that holds no lease.
  boolean decidesAlone(House house, String name, Runnable pause) {
    InForce inForce = house.declaration().now();
    Said said = new Said(inForce, Map.of(), true);
    boolean isAllowed = isAllowed(house, said, house.consentStore().known(name));
    pause.run();
    return isAllowed;
  }

  @Override
  public void close() {
    houses.forEach(House::close);
    postgres.close();
  }
}
