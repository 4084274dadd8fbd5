package org.aboveboard.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Tiles in memory, which counts what is read.
final class Memory implements TileSource, TileSink {
  final Map<Tile, byte[]> tiles = new HashMap<>();
  final Set<Tile> read = new HashSet<>();

  @Override
  public Optional<byte[]> read(Tile tile) {
    read.add(tile);
    return Optional.ofNullable(tiles.get(tile));
  }

  @Override
  public List<Tile> narrower(Tile tile) {
    return IntStream.range(1, tile.width())
        .mapToObj(tile::wide)
        .filter(tiles::containsKey)
        .toList();
  }

  @Override
  public void put(Tile tile, byte[] bytes) {
    var there = Optional.ofNullable(tiles.put(tile, bytes));
    there.ifPresent(before -> assertThat(bytes).isEqualTo(before));
  }
}
