package org.aboveboard.ledger.tile;

import static org.aboveboard.ledger.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TileTest {
  /// The paths are the examples of c2sp.org/tlog-tiles.
  @Test
  void thePathIsThatOfTheStandard() {
    assertThat(new Tile(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
    assertThat(new Tile(1, 0, 17).path()).isEqualTo("tile/1/000.p/17");
    assertThat(new Tile(Tile.ENTRIES, 1_000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
  }

  /// The example of c2sp.org/tlog-tiles, at 70,000 entries and at 256.
  @Test
  void theWidthsAreThoseOfTheStandard() {
    assertThat(Tile.at(0, 272, 70_000)).contains(new Tile(0, 272, 256));
    assertThat(Tile.at(0, 273, 70_000)).contains(new Tile(0, 273, 112));
    assertThat(Tile.at(0, 274, 70_000)).isEmpty();
    assertThat(Tile.at(1, 0, 70_000)).contains(new Tile(1, 0, 256));
    assertThat(Tile.at(1, 1, 70_000)).contains(new Tile(1, 1, 17));
    assertThat(Tile.at(2, 0, 70_000)).contains(new Tile(2, 0, 1));
    assertThat(Tile.at(0, 0, 256)).contains(new Tile(0, 0, 256));
    assertThat(Tile.at(0, 1, 256)).isEmpty();
    assertThat(Tile.at(1, 0, 256)).contains(new Tile(1, 0, 1));
  }

  @Test
  void whatIsWrittenIsRead() {
    forAll(
        5_000,
        random -> {
          long index = random.nextLong(Long.MAX_VALUE) >>> (8 + random.nextInt(50));
          var tile = new Tile(random.nextInt(9) - 1, index, 1 + random.nextInt(256));
          assertThat(Tile.of(tile.path())).contains(tile);
        });
  }

  @Test
  void noOtherSpellingIsATile() {
    assertThat(
            Stream.of(
                "tile/0/67",
                "tile/0/0067",
                "tile/0/x000/067",
                "tile/0/001/067",
                "tile/00/067",
                "tile/-1/067",
                "tile/8/067",
                "tile/64/067",
                "tile/0/067.p/0",
                "tile/0/067.p/256",
                "tile/0/067.p/05",
                "tile/0/067.p/",
                "tile/0/067/",
                "/tile/0/067",
                "tile/data/067",
                "tile/0/../067",
                "tile/0/x001/٠٦٧",
                "tile/0/067\n",
                "tile/0/x999/x999/x999/x999/x999/x999/999",
                "tile/0/x999/x999/x999/x999/x999/999",
                ""))
        .allMatch(path -> Tile.of(path).isEmpty());
  }

  @Test
  void thereIsNoEmptyTile() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 257));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(-2, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, -1, 1));
  }
}
