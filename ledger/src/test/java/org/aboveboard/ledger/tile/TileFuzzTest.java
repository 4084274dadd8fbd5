package org.aboveboard.ledger.tile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all may lie where tiles do, and any path may be asked for.
class TileFuzzTest {
  private static final int SIZE = 300;

  @MethodSource("paths")
  @FuzzTest
  void aTileHasOnePath(byte[] bytes) {
    var path = new String(bytes, UTF_8);
    Tile.of(path).ifPresent(tile -> assertThat(tile.path()).isEqualTo(path));
  }

  @MethodSource("bundles")
  @FuzzTest
  void aBundleHasOneForm(byte[] bytes) {
    var tile = new Tile(Tile.ENTRIES, 1, 2);
    var again = new Bundle();
    try {
      Bundle.entries(tile, bytes).forEach(again::add);
      assertThat(again.bytes()).isEqualTo(bytes);
    } catch (TileFault fault) {
      assertThat(fault.tile()).isEqualTo(tile);
    }
  }

  /// The first byte picks the tile that gets the rest as its bytes.
  @MethodSource("bundles")
  @FuzzTest
  void aLogWithAnyBytesInItIsCleanOnlyWhereTheyAreItsOwn(byte[] bytes) throws IOException {
    if (bytes.length > 0) {
      var log = log();
      var names = log.tiles.keySet().stream().sorted(Comparator.comparing(Tile::path)).toList();
      var damaged = names.get(Byte.toUnsignedInt(bytes[0]) % names.size());
      var before = log.read(damaged).orElseThrow();
      log.tiles.put(damaged, Arrays.copyOfRange(bytes, 1, bytes.length));
      boolean isSame = Arrays.equals(before, log.read(damaged).orElseThrow());
      assertThat(Audit.of(log, SIZE) instanceof Audit.Clean(_, var root) && root.equals(root()))
          .isEqualTo(isSame);
    }
  }

  private static Memory log() throws IOException {
    var log = new Memory();
    var growth = new Growth(log);
    for (int i = 0; i < SIZE; i++) {
      growth.add(Logs.entry(i).bytes());
    }
    growth.cut();
    return log;
  }

  private static org.aboveboard.ledger.Hash root() throws IOException {
    return new TiledTree(log(), SIZE).root();
  }

  static Stream<Arguments> paths() {
    return Stream.of(
            "tile/0/x001/x234/067.p/5", "tile/entries/000", "tile/7/x036/x028/x797/x018/x963/968")
        .map(path -> arguments((Object) path.getBytes(UTF_8)));
  }

  static Stream<Arguments> bundles() throws IOException {
    return Stream.of(
            new byte[] {0, 1, 7, 0, 0},
            new byte[] {0, 0, 0, 0},
            new byte[] {-1, -1, 1},
            log().read(new Tile(Tile.ENTRIES, 1, 44)).orElseThrow())
        .map(bytes -> arguments((Object) bytes));
  }
}
