package org.aboveboard.verifier;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.tile.Tile;
import org.aboveboard.ledger.tile.TileSource;

/// The tiles in a folder, which is only ever read.
record KeptTiles(Path folder) implements TileSource {
  @Override
  public Optional<byte[]> read(Tile tile) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(folder.resolve(tile.path())));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  @Override
  public List<Tile> narrower(Tile tile) throws IOException {
    var narrower = new ArrayList<Tile>();
    var partials = folder.resolve(tile.wide(Tile.FULL).path() + ".p");
    try (var files = Files.newDirectoryStream(partials)) {
      for (var file : files) {
        var name = folder.relativize(file).toString().replace('\\', '/');
        Tile.of(name).filter(partial -> partial.width() < tile.width()).ifPresent(narrower::add);
      }
    } catch (NoSuchFileException | NotDirectoryException _) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return narrower;
  }

  /// Whether the tile, or the full one that holds it, is there.
  boolean has(Tile tile) throws IOException {
    return read(tile).isPresent() || read(tile.wide(Tile.FULL)).isPresent();
  }
}
