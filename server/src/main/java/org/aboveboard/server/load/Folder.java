package org.aboveboard.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a data set lies: finds its files, packed or not.
record Folder(Path path) {
  Optional<Path> file(String name) {
    return Stream.of(name, name + ".gz")
        .map(path::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }

  String name() {
    Path whole = path.toAbsolutePath().normalize();
    return Objects.requireNonNullElse(whole.getFileName(), whole).toString();
  }

  /// What to say when the file with the titles is not there.
  String withoutTitles(String file, String noun) {
    return "There is no "
        + file
        + " in "
        + name()
        + ", so each "
        + noun
        + " is shown by its number."
        + " Put the file there to see titles.";
  }
}
