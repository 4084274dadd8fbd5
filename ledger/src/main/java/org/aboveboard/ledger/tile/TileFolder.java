package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;

/// A log as a folder that any web server can serve: tiles, which never change, and the file
/// `checkpoint`, which never goes back.
///
/// One thread of one process writes it; any may read. A tile is on the disk under its name after
/// [#publish], or not at all; what a crash cut short is written again with the same bytes. Nothing
/// here can be written over by anything else: that is a [TileConflict].
public final class TileFolder implements TileSource, TileSink {
  private static final String CHECKPOINT = "checkpoint";

  private final Path folder;
  private final Landing landing;
  private final List<Tile> filled = new ArrayList<>();

  private TileFolder(Path folder) {
    this.folder = folder;
    landing = new Landing(folder, folder.resolve(".new"));
  }

  /// The log in this folder, which is made with the first tile. Until then nothing is written: any
  /// number of processes may read what one writes.
  public static TileFolder open(Path folder) throws IOException {
    return new TileFolder(folder.toAbsolutePath().normalize());
  }

  @Override
  public Optional<byte[]> read(Tile tile) throws IOException {
    return read(folder.resolve(tile.path()));
  }

  @Override
  public List<Tile> narrower(Tile tile) throws IOException {
    var partials = partials(tile);
    if (!Files.isDirectory(partials)) {
      return List.of();
    }
    var narrower = new ArrayList<Tile>();
    try (var files = Files.newDirectoryStream(partials)) {
      for (var file : files) {
        Tile.of(folder.relativize(file).toString()).ifPresent(narrower::add);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    narrower.removeIf(partial -> partial.width() >= tile.width());
    narrower.sort(Comparator.comparingInt(Tile::width));
    return narrower;
  }

  @Override
  public void put(Tile tile, byte[] bytes) throws IOException {
    var target = folder.resolve(tile.path());
    if (landing.holds(target)) {
      landing.land();
    }
    var there = read(target);
    if (there.isEmpty()) {
      landing.write(target, bytes);
    } else if (Arrays.equals(there.get(), bytes)) {
      landing.seen(target);
    } else {
      throw new TileConflict(tile + " is there already with other bytes; the log must not fork");
    }
    if (tile.isFull()) {
      filled.add(tile);
    }
  }

  /// Returns once all tiles that were put are on the disk and can be read.
  public void land() throws IOException {
    landing.land();
  }

  /// Shows the world a new checkpoint, once all tiles are on the disk and lead to its root.
  public void publish(Note note) throws IOException {
    landing.land();
    var next = checkpoint(note);
    var root = new TiledTree(this, next.size()).root();
    refuseUnless(root.equals(next.root()), "the tiles lead to another root than the checkpoint's");
    var before = checkpoint();
    if (before.isPresent()) {
      requireContinued(checkpoint(before.get()), next);
    }
    landing.write(folder.resolve(CHECKPOINT), note.bytes());
    landing.land();
  }

  /// What [#publish] showed last. Its signatures are not checked here.
  public Optional<Note> checkpoint() throws IOException {
    var bytes = read(folder.resolve(CHECKPOINT));
    return bytes.isEmpty() ? Optional.empty() : Optional.of(note(bytes.get()));
  }

  /// Deletes the partial tiles whose full ones were put since the last time and are shown. Their
  /// beginnings are the same, so that nothing is lost.
  public void dropPartials() throws IOException {
    landing.land();
    long size = shownSize();
    var shown = filled.stream().filter(tile -> isWithin(tile, size)).toList();
    for (var tile : shown) {
      for (var narrower : narrower(tile)) {
        Files.delete(folder.resolve(narrower.path()));
      }
      Files.deleteIfExists(partials(tile));
    }
    filled.removeAll(shown);
  }

  private long shownSize() throws IOException {
    var shown = checkpoint();
    return shown.isEmpty() ? 0 : checkpoint(shown.get()).size();
  }

  private static boolean isWithin(Tile tile, long size) {
    long count = tile.isEntries() ? size : Tile.count(tile.level(), size);
    return count / Tile.FULL > tile.index();
  }

  /// Deletes what was written beyond the checkpoint that was shown last: nobody has seen it, and
  /// the entries that follow now may be others.
  public void dropUnshown() throws IOException {
    long size = shownSize();
    dropBeyond(Tile.ENTRIES, size);
    for (int level = 0; level <= Tile.MAX_LEVEL; level++) {
      dropBeyond(level, Tile.count(level, size));
    }
  }

  private void dropBeyond(int level, long count) throws IOException {
    boolean isThere = true;
    for (long index = count / Tile.FULL; isThere; index++) {
      var full = new Tile(level, index, Tile.FULL);
      int kept = Math.toIntExact(Math.max(0, count - index * Tile.FULL));
      isThere = read(full).isPresent();
      if (kept == 0 || read(full.wide(kept)).isPresent()) {
        Files.deleteIfExists(folder.resolve(full.path()));
      }
      for (var partial : narrower(full)) {
        isThere = true;
        if (partial.width() > kept) {
          Files.delete(folder.resolve(partial.path()));
        }
      }
    }
  }

  private void requireContinued(Checkpoint before, Checkpoint next) throws IOException {
    refuseUnless(before.origin().equals(next.origin()), "the folder holds another log");
    refuseUnless(
        before.size() <= next.size(),
        "the folder shows " + before.size() + " entries already, not " + next.size());
    Hash root = new TiledTree(this, before.size()).root();
    refuseUnless(root.equals(before.root()), "the tiles do not continue what was shown");
  }

  private Path partials(Tile tile) {
    return folder.resolve(tile.wide(Tile.FULL).path() + ".p");
  }

  private static Note note(byte[] bytes) throws TileConflict {
    return switch (Note.read(bytes)) {
      case Note.Read(var note) -> note;
      case Note.Unreadable(var reason) -> throw unreadable(reason);
    };
  }

  private static Checkpoint checkpoint(Note note) throws TileConflict {
    return switch (Checkpoint.parse(note.text())) {
      case Checkpoint.Read(var checkpoint) -> checkpoint;
      case Checkpoint.Unreadable(var reason) -> throw unreadable(reason);
    };
  }

  private static TileConflict unreadable(String reason) {
    return new TileConflict("the checkpoint cannot be read: " + reason);
  }

  private static void refuseUnless(boolean holds, String reason) throws TileConflict {
    if (!holds) {
      throw new TileConflict(reason);
    }
  }

  private static Optional<byte[]> read(Path file) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
