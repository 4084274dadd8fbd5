package org.aboveboard.policy.export;

import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.read.Yaml;

/// One file of a policy in the making: what fideslang says itself, then the rest; what neither says
/// is a gap.
final class Draft {
  static final String SAYS_NOTHING = "The manifest says nothing of it.";
  static final String NO_WORD = "Fideslang has no word for it.";

  private final String file;
  private final String prefix;
  private final Speech speech;
  private final List<Adopted.Gap> gaps;
  private final List<String> notes;
  private Part rest;
  private Part made = Part.EMPTY;

  private Draft(
      String file,
      String prefix,
      Part rest,
      Speech speech,
      List<Adopted.Gap> gaps,
      List<String> notes) {
    this.file = file;
    this.prefix = prefix;
    this.rest = rest;
    this.speech = speech;
    this.gaps = gaps;
    this.notes = notes;
  }

  /// @param rest what the manifest keeps of the file beside fideslang's own fields
  static Draft of(String file, Part rest, Speech speech) {
    return new Draft(file, "", rest, speech, new ArrayList<>(), new ArrayList<>());
  }

  /// The languages in which words are written; none where the manifest does not say.
  record Speech(List<String> languages) {
    Speech {
      languages = List.copyOf(languages);
    }
  }

  /// Something fideslang says.
  Draft known(String key, Yaml value) {
    rest = rest.without(key);
    made = made.with(key, value);
    return this;
  }

  Draft known(String key, Optional<String> text, String why) {
    return text.map(found -> known(key, text(found)))
        .orElseGet(() -> gap(key, why).withoutRest(key));
  }

  /// Words whose first language fideslang says; the others are kept beside it.
  Draft words(String key, Optional<String> first, String why) {
    var others = rest.part(key);
    rest = rest.without(key);
    if (first.isEmpty()) {
      return gap(key, why);
    }
    var said = Part.EMPTY;
    for (var language : speech.languages()) {
      var words = said.isEmpty() ? first : others.text(language);
      said = said.with(language, words);
      if (words.isEmpty()) {
        gap(key + "." + language, "The manifest says it in one language.");
      }
    }
    made = speech.languages().size() < 2 ? made.with(key, text(first.get())) : made.with(key, said);
    return this;
  }

  /// Something fideslang cannot say: it is kept, or it is a gap.
  Draft needed(String key, String why) {
    return rest.has(key) ? kept(key) : gap(key, why);
  }

  /// Something fideslang cannot say and nobody has to.
  Draft kept(String key) {
    rest.get(key).ifPresent(value -> made = made.with(key, value));
    return withoutRest(key);
  }

  /// A block within, made by itself.
  Draft inner(String key) {
    return new Draft(file, prefix + key + ".", rest.part(key), speech, gaps, notes);
  }

  /// Takes in a block that was made by itself.
  Draft with(String key, Draft inner) {
    rest = rest.without(key);
    made = made.with(key, inner.part());
    return this;
  }

  /// What stands in fideslang's own fields decides; how the rest writes the same thing is kept.
  Optional<Yaml> rest(String key) {
    return rest.get(key);
  }

  Part restOf(String key) {
    return rest.part(key);
  }

  Draft withoutRest(String key) {
    rest = rest.without(key);
    return this;
  }

  /// Something to look at.
  Draft note(String words) {
    notes.add(words);
    return this;
  }

  Draft gap(String key, String why) {
    gaps.add(new Adopted.Gap(file, prefix + key, why));
    return this;
  }

  /// Quotes what the manifest says to people of its own, and no policy may take over unread.
  Draft quote(Optional<String> words, String what) {
    words.ifPresent(text -> notes.add(say("The manifest %s: \"%s\"", what, text)));
    return this;
  }

  List<Adopted.Gap> gaps() {
    return gaps;
  }

  String file() {
    return file;
  }

  /// The file, with a comment for each gap at its top; a file nothing is known of holds only these.
  String text() {
    var comments =
        Stream.concat(
            gaps.stream().map(gap -> say("Still to write: %s. %s", gap.key(), gap.why())),
            notes.stream());
    return comments.map(Draft::comment).collect(Collectors.joining()) + YamlText.of(part());
  }

  private Part part() {
    var whole = made;
    for (var key : rest.keys()) {
      whole = whole.with(key, rest.get(key).orElseThrow());
    }
    return whole;
  }

  private static String comment(String words) {
    return "# " + words.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\s]+", " ").strip() + "\n";
  }

  static Yaml text(String words) {
    return new Yaml.Text(words, false, 1);
  }
}
