package org.aboveboard.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The public data sets are read whole, with nothing refused.
class RealDataSetsTest {
  @Test
  void movieLens100kIsReadWhole() throws UnknownDataSet {
    DataSet data = DataSet.open(Shared.data("ml-100k"));
    Taken taken = Taken.from(data);
    assertThat(taken.tally().table()).contains("refused 0");
    assertThat(taken.events()).hasSize(100_000);
    assertThat(taken.items()).hasSize(1682).extracting(ItemLine::id).doesNotHaveDuplicates();
    assertThat(taken.items()).filteredOn(i -> i.published().isEmpty()).hasSize(1);
    assertThat(taken.items().getFirst().categories())
        .containsExactly("Animation", "Children's", "Comedy");
    assertThat(data.policy()).isEqualTo("films");
    assertThat(data.name()).isEqualTo("ml-100k");
    assertThat(data.approximateLines()).isBetween(95_000L, 105_000L);
    assertThat(data.ratings()).hasSize(100_000).contains(new Rating(196, 242, 3));
  }

  @Test
  void movieLensLatestIsReadWhole() throws UnknownDataSet {
    DataSet data = DataSet.open(Shared.data("ml-latest-small"));
    Taken taken = Taken.from(data);
    assertThat(taken.tally().table()).contains("refused 0");
    assertThat(taken.events()).hasSize(100_836);
    assertThat(taken.items()).hasSize(9742);
    assertThat(data.ratings()).filteredOn(r -> r.stars() == 4.5).isNotEmpty();
  }

  @Test
  void tmallIsReadWholeAndItsGoodsAreShownByNumber() throws UnknownDataSet {
    DataSet data = DataSet.open(Shared.data("tmall-mb"));
    Map<String, Integer> events = new TreeMap<>();
    Tally tally = new Tally();
    data.events(event -> events.merge(event.event(), 1, Integer::sum), tally::refuse);
    assertThat(events)
        .isEqualTo(Map.of("viewed", 858_505, "added-to-cart", 180_027, "bought", 92_180));
    data.items(_ -> tally.keep(), tally::refuse);
    assertThat(tally.kept()).isEqualTo(11_953);
    assertThat(tally.refused()).isZero();
    assertThat(data.policy()).isEqualTo("shop");
    assertThat(data.approximateLines()).isBetween(900_000L, 1_400_000L);
    assertThat(data.advice()).singleElement().asString().contains("items.csv");
    assertThat(data.ratings()).isEmpty();
  }
}
