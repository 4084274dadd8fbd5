package org.aboveboard.policy.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A policy's folder: which files belong in it, and each of them as keys with values.
final class PolicyFolder implements Pages {

  static final int LARGEST_FILE = 65_536;

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
    list(folder, "").stream().filter(this::isStrange).forEach(this::faultStrange);
  }

  @Override
  public Optional<Reading> required(String name) {
    var found = optional(name);
    if (!Files.isRegularFile(folder.resolve(name)) && Files.isDirectory(folder)) {
      fault(name, "This file is missing.", "Add it; the demo policies show what is in it.");
    }
    return found;
  }

  @Override
  public Optional<Reading> optional(String name) {
    var path = folder.resolve(name);
    return Files.isRegularFile(path) ? read(path, name) : Optional.empty();
  }

  @Override
  public SortedMap<String, Reading> things(Kind kind) {
    var things = new TreeMap<String, Reading>();
    for (var path : list(folder.resolve(kind.folder()), kind.folder() + "/")) {
      var name = path.getFileName().toString();
      var file = kind.folder() + "/" + name;
      var id = name.endsWith(END) ? name.substring(0, name.length() - END.length()) : "";
      if (isId(id)) {
        readers.links().declare(kind, id);
        read(path, file).ifPresent(reading -> things.put(id, reading));
      } else {
        fault(
            file,
            "The file's name is not an id.",
            "Name it in small letters, digits and single hyphens, such as 'my-thing.yaml'.");
      }
    }
    return things;
  }

  static boolean isId(String text) {
    return text.length() <= 64 && ID.matcher(text).matches();
  }

  private Optional<Reading> read(Path path, String file) {
    try (var in = Files.newInputStream(path)) {
      var bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        fault(file, "The file is larger than 64 KiB.", "Split it, or remove what is not policy.");
        return Optional.empty();
      }
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return YamlReader.read(file, text, LARGEST_FILE, readers.faults())
          .map(block -> readers.reading(file, block));
    } catch (CharacterCodingException _) {
      fault(file, "The file is not UTF-8 text.", "Save it as UTF-8.");
    } catch (IOException _) {
      fault(file, "The file cannot be read.", "Check that it is a file the server may read.");
    }
    return Optional.empty();
  }

  private List<Path> list(Path where, String shown) {
    if (!Files.isDirectory(where)) {
      if (shown.isEmpty()) {
        fault(".", "There is no policy folder here.", "Name a folder with an organisation.yaml.");
      }
      return List.of();
    }
    try (Stream<Path> found = Files.list(where)) {
      var paths = found.filter(path -> !path.getFileName().toString().startsWith(".")).sorted();
      var first = paths.limit(MOST_FILES + 1L).toList();
      if (first.size() > MOST_FILES) {
        fault(shown, "There are more than 500 files here.", "Remove what is not policy.");
      }
      return first.stream().limit(MOST_FILES).toList();
    } catch (IOException _) {
      fault(shown, "The folder cannot be listed.", "Check that the server may read it.");
      return List.of();
    }
  }

  private boolean isStrange(Path path) {
    var name = path.getFileName().toString();
    return !(Files.isDirectory(path) ? FOLDERS : FILES).contains(name);
  }

  private void faultStrange(Path path) {
    fault(
        path.getFileName().toString(),
        "This is not part of a policy.",
        "Move it out, or check its name: a policy has "
            + String.join(", ", new TreeSet<>(FILES))
            + " and the folders "
            + String.join(", ", new TreeSet<>(FOLDERS))
            + ".");
  }

  private void fault(String file, String what, String cure) {
    readers.faults().add(new Place(file, 1), what, cure);
  }
}
