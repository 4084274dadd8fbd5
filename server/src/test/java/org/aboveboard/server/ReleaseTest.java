package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.Level;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.server.alarm.Alarm;
import org.aboveboard.server.command.Evaluated;
import org.aboveboard.server.command.Typed;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.declaration.VersionStore;
import org.aboveboard.server.manual.Manual;
import org.aboveboard.server.manual.Told;
import org.aboveboard.server.optout.Sent;
import org.aboveboard.server.recommend.Wish;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Rendered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model with a limit is served on a valid release alone, and its manual says what holds.
final class ReleaseTest {
  private static final String MODEL = "what-goes-together";

  private static final Instant BEGINS = Instant.parse("2026-11-23T12:00:00Z");

  private static Filled filled;

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINS);
  private Filled.Copy copy;
  private Home home;

  @BeforeAll
  static void fill(@TempDir Path folder) throws Exception {
    Draft shop = Evaluated.limited(Draft.of("bookshop", folder.resolve("policy")));
    shop.replace(
        "models/what-goes-together.yaml", "[views, purchases, ratings]", "[views, purchases]");
    Evaluated.join(shop, "ada", "model-owner", folder.resolve("ada.key"));
    Evaluated.join(shop, "mo", "ethics-officer", folder.resolve("mo.key"));
    filled = Filled.in(folder, InstantSource.fixed(BEGINS), ReleaseTest::fill);
  }

  private static void fill(Home home) {
    home.books(6);
    for (int person = 0; person < 6; person++) {
      String name = "u:reader" + person;
      home.answers(name, true);
      home.views(name, "b" + person, "b" + (person + 1) % 6, "b" + (person + 2) % 6);
    }
  }

  @AfterAll
  static void end() {
    filled.close();
  }

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    copy = filled.copy(folder);
    home = copy.open(now::get);
    home.settle();
  }

  @AfterEach
  void close() {
    home.close();
  }

  @Test
  void aModelThatFailsALimitIsNotServedUntilAnOverrideAndNotAfterIt() throws Exception {
    assertThat(level()).isEqualTo(Level.NONE);
    assertThat(near()).as("what goes with an item is the model's too").isEqualTo(Level.NONE);
    assertThat(alarms())
        .singleElement()
        .satisfies(alarm -> {
          assertThat(alarm.cause()).isEqualTo("release:" + MODEL);
          assertThat(alarm.what()).contains("no release of it is on file", "./aboveboard release");
        });

    override("EASE 5", "2026-12-31");
    assertThat(level()).isNotEqualTo(Level.NONE);
    assertThat(near()).isEqualTo(Level.CONTEXT);
    assertThat(alarms()).isEmpty();

    now.set(Instant.parse("2026-12-31T23:59:59Z"));
    assertThat(level()).isNotEqualTo(Level.NONE);
    now.set(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(level()).isEqualTo(Level.NONE);
    assertThat(alarms()).singleElement().extracting(Alarm::what).asString().contains("run out");
  }

  @Test
  void aReleaseForOtherSettingsIsNone() throws Exception {
    override("EASE 6", "2026-12-31");
    assertThat(level()).isEqualTo(Level.NONE);
    assertThat(alarms())
        .singleElement()
        .extracting(Alarm::what)
        .asString()
        .contains("other settings");
  }

  @Test
  void theManualNamesWhatIsNotUsedAndWhatIsNotKnown() {
    String page = page();
    assertThat(page)
        .contains("Signals that are declared and not used for it: ratings.")
        .contains("Never, with all that is part of it:")
        .contains("Not served", "no release of it is on file")
        .contains("gap, at most 0.05", "not measured")
        .contains("No release is on file, so how well it serves each group of people is not known")
        .contains("A score is the exact sum", "Ethics officer")
        .doesNotContain("Let through though", "<script");
    Manual manual = manual();
    assertThat(manual.used()).extracting(Manual.Used::id).containsOnly("views", "purchases");
    assertThat(manual.training().people()).isEqualTo(6);
    assertThat(manual.training().acts()).isEqualTo(18);
    assertThat(manual.training().items()).isEqualTo(6);
  }

  @Test
  void anOverrideStandsInTheManualAtOnceWithNameReasonAndEnd() throws Exception {
    override("EASE 5", "2026-12-31");
    assertThat(page())
        .contains("Let through though a limit is not met")
        .contains("N. N., Ethics officer, lets it through until 31 Dec 2026: the spring list")
        .contains("measured 0.07: not met")
        .contains("NDCG@100, age, everybody: 60 and over", "0.2800 (120 people)");
    assertThat(manual().overrides())
        .singleElement()
        .extracting(Manual.Overridden::why)
        .isEqualTo("the spring list");
  }

  /// The ethics officer lets the limit through, and the policy is applied again.
  private void override(String chosen, String until) throws Exception {
    Path evaluation = copy.folder().resolve("evaluation.json");
    Evaluated.write(evaluation, chosen, 0.07);
    List<String> typed =
        new ArrayList<>(
            List.of(
                Evaluated.typed(shop(), evaluation, "mo", copy.folder().resolve("mo.key"), until)));
    typed.addAll(List.of("--override", "gap", "--because", "the spring list"));
    Typed said = Typed.of(typed.toArray(String[]::new));
    assertThat(said.code()).as(said.said()).isZero();
    apply();
  }

  private Draft shop() {
    return new Draft(copy.policy());
  }

  private void apply() throws PolicyFaults {
    new VersionStore(home.house.pools(), home.house.journal(), now::get).put(shop().read());
    home.house.declaration().follow();
  }

  private List<Alarm> alarms() {
    home.house.releases().look();
    return home.house.alarms().open();
  }

  private Manual manual() {
    return home.house.manuals().find(MODEL).orElseThrow();
  }

  private String page() {
    Frame frame = Frame.of("Harbour Books", "/transparency/models/" + MODEL, "t");
    return Rendered.page(Told.of(frame, manual()));
  }

  private Level level() {
    return home.house
        .recommend()
        .answer(Wish.of(home.row(), Optional.of("u:reader0")))
        .record()
        .level();
  }

  /// How personal the answer is to somebody unknown who looks at an item.
  private Level near() {
    Wish wish =
        new Wish(
            home.house.declaration().now().policy().surface("item-page").orElseThrow(),
            Optional.empty(),
            3,
            Set.of(),
            Optional.empty(),
            Optional.of("b0"),
            Sent.NOTHING,
            false);
    return home.house.recommend().answer(wish).record().level();
  }
}
