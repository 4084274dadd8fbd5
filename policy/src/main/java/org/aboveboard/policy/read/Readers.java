package org.aboveboard.policy.read;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Language;

/// What all files of one policy share while they are read: faults, links, and the languages in
/// which words are expected.
final class Readers {
  private final Links links = new Links();
  private final List<Language> languages = new ArrayList<>(List.of(Language.EN));
  private final Places places = new Places();

  Links links() {
    return links;
  }

  Faults faults() {
    return links.faults();
  }

  Places places() {
    return places;
  }

  /// Those in which words are expected; none where nobody can say which, and any will do.
  List<Language> languages() {
    return languages;
  }

  /// From now on words are expected in these.
  void speak(List<Language> declared) {
    languages.clear();
    languages.addAll(declared);
  }

  /// A block of a file, to be read.
  Reading reading(String file, Yaml.Block block) {
    places.note(file, block);
    return new Reading(file, block, this);
  }

  /// A file that is not there, to be read in its stead: its faults are not told again.
  Reading nothing(String file) {
    return new Reading(file, new Yaml.Block(List.of(), 1), new Readers());
  }
}
