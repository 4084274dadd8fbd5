package org.aboveboard.policy.lint;

import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.read.Kind;

/// Every declared word that is in a language: all but names of people, firms and places.
final class AllWords {
  private static final String LABEL = "label";
  private static final String TITLE = "title";
  private static final String ORGANISATION = "organisation.yaml";

  private AllWords() {}

  static List<Passage> of(Policy policy) {
    return Stream.of(things(policy), told(policy), organisation(policy.organisation()))
        .flatMap(words -> words)
        .toList();
  }

  private static Stream<Passage> things(Policy policy) {
    return Stream.of(
            policy.roles().stream()
                .map(one -> of(Kind.ROLE, one.id(), one.label(), one.id(), LABEL)),
            policy.categories().stream()
                .map(one -> of(Kind.CATEGORY, one.id(), one.label(), LABEL)),
            policy.signals().stream().map(one -> of(Kind.SIGNAL, one.id(), one.verb(), "verb")),
            policy.events().stream().map(one -> of(Kind.EVENT, one.id(), one.label(), LABEL)),
            policy.surfaces().stream().map(one -> of(Kind.SURFACE, one.id(), one.label(), LABEL)),
            policy.purposes().stream().flatMap(one -> Passage.of(one).stream()))
        .flatMap(words -> words);
  }

  private static Stream<Passage> told(Policy policy) {
    var declared = policy.declared();
    return Stream.of(
            declared.vendors().stream().map(one -> of(Kind.VENDOR, one.id(), one.why(), "why")),
            declared.models().stream()
                .flatMap(one ->
                    Stream.of(
                        of(Kind.MODEL, one.id(), one.label(), LABEL),
                        of(Kind.MODEL, one.id(), one.sentence(), "sentence"))),
            declared.prohibitions().stream()
                .map(one -> of(Kind.PROHIBITION, one.id(), one.label(), LABEL)),
            declared.assessments().stream()
                .flatMap(one ->
                    Stream.of(
                        of(Kind.ASSESSMENT, one.id(), one.label(), LABEL),
                        of(Kind.ASSESSMENT, one.id(), one.conclusion(), "conclusion"))))
        .flatMap(words -> words);
  }

  private static Stream<Passage> organisation(Organisation organisation) {
    var shown = organisation.whatWeShow();
    var officers = organisation.officers();
    return Stream.of(
        inOrganisation(shown.one(), "whatWeShow", "one"),
        inOrganisation(shown.many(), "whatWeShow", "many"),
        inOrganisation(officers.dataSteward().title(), "officers", "dataSteward", TITLE),
        inOrganisation(officers.modelOwner().title(), "officers", "modelOwner", TITLE),
        inOrganisation(officers.ethicsOfficer().title(), "officers", "ethicsOfficer", TITLE),
        inOrganisation(officers.dataProtection().title(), "officers", "dataProtection", TITLE));
  }

  private static Passage inOrganisation(Text text, String... path) {
    return new Passage(ORGANISATION, List.of(path), text, Passage.Role.TEXT);
  }

  private static Passage of(Kind kind, String id, Text text, String... path) {
    return new Passage(kind.file(id), List.of(path), text, Passage.Role.TEXT);
  }
}
