package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.server.declaration.Draft;
import org.aboveboard.server.recommend.Adjustment;
import org.aboveboard.server.recommend.Pick;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.recommend.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a surface declares what counts beside the model, its lists say what that did to them.
final class BalanceTest {
  private static final int READERS = 30;

  /// What would change it takes many lists, so few of them ask.
  private static final int TOLD = 4;

  private static final Set<String> REASONS =
      Set.of(
          "closer to the kinds you choose",
          "so that not all is alike",
          "fewer people have chosen it so far");

  private static final long SEED = 20261125;

  @TempDir private Path folder;

  @Test
  void whatMovedSaysWhyAndStillAddsUp() throws Exception {
    Draft shop = Draft.of("bookshop", folder.resolve("policy"));
    shop.replace(
        "surfaces/home-row.yaml",
        "holdout: 0.01",
        "holdout: 0.01\nbalance: {calibration: 0.3, diversity: 0.3, popularity: 0.3, loss: 0.3}");
    try (Home home =
        Home.under(folder.resolve("data"), shop.folder(), InstantSource.system())
            .books(40)
            .readers(READERS, 40, SEED)) {
      home.settle();
      Set<String> rules = new HashSet<>();
      Set<String> said = new HashSet<>();
      for (int reader = 0; reader < READERS; reader++) {
        String name = "u:reader" + reader;
        Recorded record = shown(home, name);
        record.picks().forEach(pick -> pick.adjustments().forEach(one -> rules.add(one.name())));
        said.addAll(reader < TOLD ? said(home, name, record) : List.of());
      }
      assertThat(rules).contains("calibration", "popularity");
      assertThat(said).isNotEmpty().isSubsetOf(REASONS);
    }
  }

  private static Recorded shown(Home home, String name) {
    Recorded record =
        home.house.recommend().answer(Wish.of(home.row(), Optional.of(name))).record();
    double below = Double.NEGATIVE_INFINITY;
    for (Pick pick : record.picks().reversed()) {
      assertThat(pick.addsUp()).isTrue();
      assertThat(pick.score()).isGreaterThanOrEqualTo(below - 1e-12);
      below = pick.score();
      assertThat(pick.adjustments()).allMatch(one -> one.value() >= 0);
    }
    return record;
  }

  /// What one person is told of what moved in their list.
  private static List<String> said(Home home, String name, Recorded record) {
    List<String> said = new ArrayList<>();
    for (Pick pick : record.picks()) {
      pick.adjustments().forEach(one -> said.add(told(home, name, record, pick, one)));
    }
    return said;
  }

  private static String told(
      Home home, String name, Recorded record, Pick pick, Adjustment adjustment) {
    String item = home.house.catalogue().find(pick.item()).orElseThrow().id();
    var why = home.house.explain().why(Optional.of(name), record.recommId(), item).orElseThrow();
    String words = why.adjustments().getFirst().label();
    String because = words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    assertThat(why.sentence()).contains(adjustment.places() < 0 ? "" : ": " + because + ".");
    why.alternatives()
        .forEach(change -> assertThat(change.rankAfter()).isGreaterThan(record.picks().size()));
    return because;
  }
}
