package org.aboveboard.policy.map;

import static org.aboveboard.policy.Spoken.sentence;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Sensitivity;
import org.aboveboard.policy.tell.Tongue;

/// The words of the data map that are not declared, in one language.
public sealed interface Legend permits EnglishLegend, GermanLegend {

  static Legend of(Language language) {
    return switch (language) {
      case EN -> new EnglishLegend();
      case DE -> new GermanLegend();
    };
  }

  Language language();

  /// The words on the page around the map.
  Words words();

  String lane(Lane lane);

  /// What a box is, where its lane does not say it.
  String kind(Kind kind);

  String state(State state);

  /// What a state looks like in the drawing, where it is drawn.
  String drawn(State state);

  String basis(Basis basis);

  String sensitivity(Sensitivity sensitivity);

  String provenance(Provenance provenance);

  /// Said of an event that nothing is kept with.
  String noFields();

  /// The words on the page around the map.
  ///
  /// @param intro what the map is
  /// @param own comes before the map of somebody who has chosen
  /// @param drawing names the drawing to those who do not see it
  /// @param links says that every box is a link
  /// @param list heads the same as a list, and leads to it
  /// @param large says that the map is too large to be drawn at once
  /// @param only leads to the part of the map around one box
  /// @param whole leads back from there
  record Words(
      String title,
      String intro,
      String own,
      String drawing,
      String links,
      String list,
      String large,
      String only,
      String whole,
      String from,
      String to,
      String owner,
      String basis,
      String data,
      String contains) {}

  /// A fact in words: its name and what is true.
  record Line(String name, String value) {}

  /// The facts of a box in words.
  default List<Line> lines(Facts facts) {
    var tongue = Tongue.of(language());
    var lines = new ArrayList<Line>();
    facts.owner().ifPresent(who -> lines.add(new Line(words().owner(), who)));
    facts.basis().ifPresent(what -> lines.add(new Line(words().basis(), basis(what))));
    facts.sensitivity().ifPresent(how -> lines.add(new Line(words().data(), data(facts, how))));
    facts
        .retention()
        .ifPresent(longest -> lines.add(new Line(tongue.labels().kept(), tongue.kept(longest))));
    facts
        .recipients()
        .ifPresent(who -> lines.add(new Line(tongue.labels().shared(), tongue.shared(who))));
    facts.fields().ifPresent(names -> lines.add(new Line(words().contains(), fields(names))));
    return lines;
  }

  private String data(Facts facts, Sensitivity how) {
    var parts = new ArrayList<>(List.of(sensitivity(how)));
    facts.provenance().map(this::provenance).ifPresent(parts::add);
    return sentence(String.join(", ", parts));
  }

  private String fields(List<String> names) {
    return names.isEmpty() ? noFields() : Tongue.of(language()).list(names);
  }
}
