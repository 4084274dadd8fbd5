package org.aboveboard.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.aboveboard.ledger.Seeds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  @TempDir Path path;

  /// The files are those of a log that was shown at many sizes, partial tiles and all.
  @Test
  void everyDamageToAFileIsFoundAndNamed() throws IOException {
    for (int size : new int[] {1, 100, 255, 300, 5_000, 19_000, 20_011}) {
      Logs.grow(path, size);
    }
    damage(20_011, 10_000);
  }

  @Test
  @Tag("full")
  void everyDamageToALogOfAMillionIsFound() throws IOException {
    Logs.grow(path, 1_000_000);
    damage(1_000_000, 500);
  }

  @Test
  void anEntryThatWasExchangedWithAllItsHashesIsAnotherRoot() throws IOException {
    var folder = new Memory();
    var growth = new Growth(folder);
    for (int i = 0; i < 600; i++) {
      growth.add(Logs.entry(i == 77 ? 78 : i).bytes());
    }
    var forged = growth.cut();
    Logs.grow(path, 600);
    var shown = Logs.read(TileFolder.open(path).checkpoint().orElseThrow());
    assertThat(Audit.of(folder, shown)).isEqualTo(new Audit.Forked(600, forged));
  }

  private void damage(long size, int cases) throws IOException {
    var files = files();
    var kept = new Memory();
    for (var file : files) {
      kept.tiles.put(tile(file), Files.readAllBytes(file));
    }
    assertThat(Audit.of(kept, size)).isInstanceOf(Audit.Clean.class);
    LongStream.range(0, cases)
        .parallel()
        .forEach(seed -> {
          var random = new SplittableRandom(seed);
          var tile = tile(files.get(random.nextInt(files.size())));
          assertFound(new Damaged(kept.tiles, tile, random), size, seed);
        });
  }

  private static void assertFound(Damaged tiles, long size, long seed) {
    assertThat(audit(tiles, size))
        .as("seed " + seed)
        .isInstanceOfSatisfying(
            Audit.Faulty.class,
            faulty -> assertThat(faulty.reason()).contains(tiles.damaged.path()));
  }

  private static Audit.Outcome audit(TileSource tiles, long size) {
    try {
      return Audit.of(tiles, size);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The tiles of a log, one of them damaged.
  private static final class Damaged implements TileSource {
    private final Map<Tile, byte[]> tiles;
    private final Tile damaged;
    private final byte[] bytes;

    private Damaged(Map<Tile, byte[]> tiles, Tile damaged, RandomGenerator random) {
      this.tiles = tiles;
      this.damaged = damaged;
      bytes = damaged(Optional.ofNullable(tiles.get(damaged)).orElseThrow(), random);
    }

    @Override
    public Optional<byte[]> read(Tile tile) {
      return tile.equals(damaged) ? Optional.of(bytes) : Optional.ofNullable(tiles.get(tile));
    }

    @Override
    public List<Tile> narrower(Tile tile) {
      return IntStream.range(1, tile.width())
          .mapToObj(tile::wide)
          .filter(tiles::containsKey)
          .toList();
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.walk(path.resolve("tile"))) {
      return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
    }
  }

  private Tile tile(Path file) {
    return Tile.of(path.relativize(file).toString()).orElseThrow();
  }

  private static byte[] damaged(byte[] bytes, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
      default -> Seeds.flipped(bytes, random.nextInt(8 * bytes.length));
    };
  }
}
