package org.aboveboard.policy.read;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A policy's folder: which files belong in it, and each of them as keys with values.
final class PolicyFolder implements Pages {

  private static final int MOST_FILES = 500;
  private static final String END = ".yaml";
  private static final Set<String> FILES =
      Set.of("organisation.yaml", "asking.yaml", "changes.yaml", "roles.yaml", "README.md");
  private static final Set<String> FOLDERS =
      Arrays.stream(Kind.values())
          .filter(kind -> kind != Kind.ROLE)
          .map(Kind::folder)
          .collect(toUnmodifiableSet());
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+){0,7}");

  private final Path folder;
  private final Readers readers;

  PolicyFolder(Path folder, Readers readers) {
    this.folder = folder;
    this.readers = readers;
    if (Files.isDirectory(folder)) {
      list(folder, ".").orElse(List.of()).forEach(this::refuseStrange);
    } else {
      fault(".", "There is no policy folder here.", "Name a folder with an organisation.yaml.");
    }
  }

  @Override
  public Optional<Reading> required(String name) {
    var entry = new FolderEntry(folder.resolve(name), name);
    if (entry.isMissing() && Files.isDirectory(folder)) {
      fault(name, "This file is missing.", "Add it; the demo policies show what is in it.");
    }
    return optional(name);
  }

  @Override
  public Optional<Reading> optional(String name) {
    var entry = new FolderEntry(folder.resolve(name), name);
    return entry.isFile() ? read(entry) : Optional.empty();
  }

  @Override
  public SortedMap<String, Reading> things(Kind kind) {
    var things = new TreeMap<String, Reading>();
    var where = new FolderEntry(folder.resolve(kind.folder()), kind.folder());
    if (where.isFolder()) {
      list(where.path(), where.name())
          .ifPresentOrElse(
              found -> found.forEach(path -> thing(kind, path, things)),
              () -> readers.links().lose(kind));
    } else if (!where.isMissing()) {
      readers.links().lose(kind);
    }
    return things;
  }

  static boolean isId(String text) {
    return text.length() <= 64 && ID.matcher(text).matches();
  }

  private void thing(Kind kind, Path path, SortedMap<String, Reading> things) {
    var name = path.getFileName().toString();
    var entry = new FolderEntry(path, kind.folder() + "/" + name);
    var id = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : "";
    if (entry.refuseUnlessFile(readers.faults())) {
      return;
    }
    if (isId(id)) {
      readers.links().declare(kind, id);
      read(entry).ifPresent(reading -> things.put(id, reading));
    } else if (id.isEmpty()) {
      fault(entry.name(), "The file's name does not end in '.yaml'.", cureOfEnding(name));
    } else {
      fault(
          entry.name(),
          "The file's name is not an id.",
          "Name it in small letters, digits and single hyphens, such as 'my-thing.yaml'.");
    }
  }

  private static String cureOfEnding(String name) {
    var end = name.lastIndexOf('.');
    var id = name.substring(0, end < 0 ? name.length() : end).toLowerCase(Locale.ROOT);
    return isId(id) && name.substring(id.length()).toLowerCase(Locale.ROOT).matches("[.]ya?ml")
        ? say("Name it '%s.yaml'.", id)
        : "Move it out: only files that end in '.yaml' belong here.";
  }

  private Optional<Reading> read(FolderEntry entry) {
    return entry
        .text(readers.faults())
        .flatMap(
            text -> YamlReader.read(entry.name(), text, FolderEntry.LARGEST_FILE, readers.faults()))
        .map(block -> readers.reading(entry.name(), block));
  }

  /// What lies in a folder; nothing but a fault where it is too much, or hidden from us.
  private Optional<List<Path>> list(Path where, String shown) {
    try (Stream<Path> found = Files.list(where)) {
      var paths = found.filter(path -> !path.getFileName().toString().startsWith(".")).sorted();
      var first = paths.limit(MOST_FILES + 1L).toList();
      if (first.size() <= MOST_FILES) {
        return Optional.of(first);
      }
      fault(shown, "There are more than 500 files here.", "Remove what is not policy.");
    } catch (IOException _) {
      fault(shown, "The folder cannot be listed.", "Check that the server may read it.");
    }
    return Optional.empty();
  }

  private void refuseStrange(Path path) {
    var name = path.getFileName().toString();
    var entry = new FolderEntry(path, name);
    if (FILES.contains(name)) {
      entry.refuseUnlessFile(readers.faults());
    } else if (FOLDERS.contains(name)) {
      entry.refuseUnlessFolder(readers.faults());
    } else {
      fault(
          name,
          "This is not part of a policy.",
          "Move it out, or check its name: a policy has "
              + String.join(", ", new TreeSet<>(FILES))
              + " and the folders "
              + String.join(", ", new TreeSet<>(FOLDERS))
              + ".");
    }
  }

  private void fault(String file, String what, String cure) {
    readers.faults().add(new Place(file, 1), what, cure);
  }
}
