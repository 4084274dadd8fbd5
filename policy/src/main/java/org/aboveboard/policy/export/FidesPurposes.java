package org.aboveboard.policy.export;

import static org.aboveboard.policy.Spoken.say;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.read.Kind;
import org.aboveboard.policy.read.Yaml;

/// The uses of data that a manifest declares, as purposes. What several declarations say of the
/// same use is taken together: all of the data, all who get it; a basis or a length of time only if
/// they agree.
record FidesPurposes(FidesSource source, Draft.Speech speech) {

  List<Draft> drafts() {
    return source.purposes().byKey().entrySet().stream()
        .map(purpose -> draft(purpose.getKey(), purpose.getValue()))
        .toList();
  }

  private Draft draft(String key, String id) {
    var said = source.declarations(key);
    var term = source.use(key);
    var isOurs = FidesKeys.ours(key).isPresent();
    var rest = source.rest("purposes", id);
    var draft =
        Draft.of(Kind.PURPOSE.file(id), rest, speech)
            .withoutRest(Rest.UNPLACED)
            .words("label", label(term, said), Draft.SAYS_NOTHING);
    if (isOurs) {
      draft.words("sentence", term.text("description"), Draft.SAYS_NOTHING);
    } else {
      draft
          .gap("sentence", "Say to people what is done, in plain words.")
          .quote(term.text("description"), "describes it as");
    }
    subjects(draft, said);
    draft.kept("act");
    basis(draft, said);
    draft.needed("level", Draft.NO_WORD);
    uses(draft, said);
    data(draft, said);
    draft.kept("signals");
    if (!rest.isTrue(Rest.UNPLACED)) {
      var alias = isOurs ? FidesKeys.above(key) : Optional.of(key);
      draft.known("aliases", FidesReader.aliases(rest.part("aliases"), alias));
    }
    retention(draft, said);
    draft.kept("consentLasts");
    recipients(draft, key, said);
    draft
        .needed("owner", Draft.NO_WORD)
        .needed("ifNo", Draft.NO_WORD)
        .kept("minors")
        .kept("assessment");
    if (draft.rest("number").isEmpty()) {
      draft.known("number", new Yaml.Text(Integer.toString(number(key)), true, 1));
    }
    return draft;
  }

  private static void subjects(Draft draft, List<FidesSource.Declaration> said) {
    var others = new TreeSet<String>();
    said.forEach(one -> others.addAll(one.part().texts("data_subjects")));
    others.remove(FidesKeys.PERSON);
    if (!others.isEmpty()) {
      draft.gap(
          "sentence",
          say(
              "The manifest says it is about: %s. A policy has no key for that: say it here, unless"
                  + " it is everybody.",
              String.join(", ", others)));
    }
  }

  /// A number is only what stored rows call it, so a new policy may choose it.
  private int number(String key) {
    return source.purposes().byKey().keySet().stream().sorted().toList().indexOf(key);
  }

  private static Optional<String> label(Part term, List<FidesSource.Declaration> said) {
    return term.text("name")
        .or(() -> said.stream().flatMap(one -> one.part().text("name").stream()).findFirst());
  }

  private static void basis(Draft draft, List<FidesSource.Declaration> said) {
    var bases = distinct(said, "legal_basis_for_processing");
    var known =
        Stream.of(Basis.values())
            .filter(basis -> bases.equals(Set.of(FidesManifest.basis(basis))))
            .findFirst();
    known.ifPresentOrElse(
        basis -> draft.known("basis", Draft.text(Spoken.word(basis))),
        () ->
            draft.gap(
                "basis",
                bases.isEmpty()
                    ? Draft.SAYS_NOTHING
                    : say("The manifest says: %s.", String.join("; ", bases))));
  }

  private static Set<String> distinct(List<FidesSource.Declaration> said, String key) {
    return said.stream()
        .flatMap(one -> one.part().text(key).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void uses(Draft draft, List<FidesSource.Declaration> said) {
    var uses =
        source.isOurs()
            ? said.stream()
                .flatMap(one -> one.part().texts("features").stream())
                .distinct()
                .sorted()
                .toList()
            : List.<String>of();
    if (uses.isEmpty()) {
      draft.gap("uses", "Fideslang does not tell learning from many people from serving one.");
    } else {
      draft.known("uses", Part.texts(uses.stream()));
    }
  }

  private void data(Draft draft, List<FidesSource.Declaration> said) {
    var used =
        source
            .categories()
            .ids(
                said.stream()
                    .flatMap(one -> one.part().texts("data_categories").stream())
                    .toList());
    var data = draft.inner("data");
    draft.restOf("data").keys().stream()
        .filter(id -> !used.contains(id))
        .forEach(data::withoutRest);
    used.stream()
        .sorted()
        .forEach(id ->
            data.with(
                id,
                data.inner(id)
                    .needed("necessity", Draft.NO_WORD)
                    .needed("because", Draft.NO_WORD)));
    draft.with("data", data);
  }

  private void retention(Draft draft, List<FidesSource.Declaration> said) {
    var lengths = distinct(said, "retention_period");
    var length = lengths.stream().findFirst().flatMap(Words::period);
    var kept = draft.restOf("retention");
    if (lengths.size() == 1 && length.isPresent()) {
      if (!kept.isEmpty() && longest(kept).equals(length.map(Words::period))) {
        draft.kept("retention");
      } else {
        draft.known("retention", Draft.text(Words.period(length.get())));
      }
    } else {
      draft.withoutRest("retention");
      draft.gap(
          "retention",
          lengths.isEmpty()
              ? Draft.SAYS_NOTHING
              : say("The manifest says: %s.", String.join("; ", lengths)));
    }
  }

  private static Optional<String> longest(Part stages) {
    var periods =
        stages.keys().stream()
            .flatMap(stage -> stages.text(stage).flatMap(Words::period).stream())
            .toList();
    return periods.stream().reduce(Retention::longer).map(Words::period);
  }

  /// Who declares the same use from outside, or is sent the data.
  private void recipients(Draft draft, String key, List<FidesSource.Declaration> said) {
    var vendors =
        Stream.concat(
                source
                    .vendors()
                    .filter(vendor ->
                        vendor.parts("privacy_declarations").stream()
                            .anyMatch(one -> one.text("data_use").filter(key::equals).isPresent()))
                    .map(FidesSource::key),
                said.stream().flatMap(one -> one.part().texts("egress").stream()))
            .flatMap(vendor -> source.vendorIds().id(vendor).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    var isShared =
        said.stream().anyMatch(one -> one.part().isTrue("data_shared_with_third_parties"));
    if (vendors.isEmpty() && isShared) {
      vendors.add("still-to-write");
      draft.gap(
          "recipients", "The manifest says data is shared, and names no system that gets it.");
      draft.quote(Optional.of(String.join("; ", distinct(said, "third_parties"))), "speaks of");
    } else if (vendors.isEmpty() && !source.isOurs()) {
      draft.note("The manifest names nobody who gets the data: check that nobody does.");
    }
    draft.known("recipients", Part.texts(vendors.stream()));
  }
}
