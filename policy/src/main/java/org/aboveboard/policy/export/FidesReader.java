package org.aboveboard.policy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Turn;
import org.aboveboard.policy.read.Kind;
import org.aboveboard.policy.read.Yaml;

/// Makes the files of a policy from a manifest: of a policy of ours the same again, of any other
/// one what it says, and the gaps.
final class FidesReader {
  private final FidesSource source;
  private final Draft.Speech speech;
  private final List<Draft> drafts = new ArrayList<>();

  FidesReader(Part root) {
    this.source = new FidesSource(root);
    this.speech = new Draft.Speech(source.rest().part("organisation").texts("languages"));
  }

  Adopted adopted() {
    var parties = new FidesParties(source, speech);
    drafts.add(parties.organisation());
    source.categories().byKey().forEach(this::category);
    drafts.addAll(new FidesPurposes(source, speech).drafts());
    source.surfaces().forEach(this::surface);
    drafts.addAll(parties.vendors());
    drafts.addAll(new FidesEvents(source, speech).drafts());
    drafts.addAll(new FidesRules(source, speech).drafts());
    theRest();
    var files = new TreeMap<String, String>();
    drafts.forEach(draft -> files.put(draft.file(), draft.text()));
    return new Adopted(
        files,
        drafts.stream().flatMap(draft -> draft.gaps().stream()).toList(),
        source.rest().text("policy"));
  }

  private Draft draft(String file, Part rest) {
    var draft = Draft.of(file, rest, speech);
    drafts.add(draft);
    return draft;
  }

  private void category(String key, String id) {
    var rest = source.rest("categories", id);
    var isUnplaced = rest.isTrue(Rest.UNPLACED);
    var isOurs = FidesKeys.ours(key).isPresent();
    var alias = isOurs ? FidesKeys.above(key) : Optional.of(key);
    var name = source.category(key).text("name");
    var draft =
        draft(Kind.CATEGORY.file(id), rest)
            .withoutRest(Rest.UNPLACED)
            .words(
                "label",
                name.or(() -> isOurs ? Optional.empty() : Optional.of(words(key))),
                Draft.SAYS_NOTHING)
            .needed("sensitivity", Draft.NO_WORD)
            .needed("provenance", Draft.NO_WORD);
    wider(key)
        .ifPresentOrElse(
            parent -> draft.known("parent", Draft.text(parent)), () -> draft.kept("parent"));
    if (!isUnplaced) {
      draft.known("aliases", aliases(rest.part("aliases"), alias));
    }
  }

  /// The wider category, where the key of one that becomes a file says so.
  private Optional<String> wider(String key) {
    if (FidesKeys.ours(key).isPresent()) {
      return Optional.empty();
    }
    return Stream.iterate(
            FidesKeys.above(key), Optional::isPresent, above -> above.flatMap(FidesKeys::above))
        .flatMap(above -> source.categories().id(above.orElseThrow()).stream())
        .findFirst();
  }

  static Yaml aliases(Part rest, Optional<String> first) {
    return rest.withTexts(
            "fideslang", Stream.concat(first.stream(), rest.texts("fideslang").stream()))
        .block();
  }

  /// What a key reads like: "purchase history".
  private static String words(String key) {
    return FidesKeys.last(key).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private void surface(Part system) {
    var id = source.surfaceIds().id(FidesSource.key(system)).orElseThrow();
    var rest = FidesSource.rest(system, "surface");
    var purposes =
        source
            .purposes()
            .ids(
                system.parts("privacy_declarations").stream()
                    .flatMap(one -> one.text("data_use").stream())
                    .toList());
    var ordered = rest.texts("purposes");
    var isSame = Set.copyOf(ordered).equals(Set.copyOf(purposes));
    draft(Kind.SURFACE.file(id), rest)
        .words("label", system.text("name"), Draft.SAYS_NOTHING)
        .known("purposes", Part.texts((isSame ? ordered : purposes).stream()))
        .kept("signals")
        .needed("fallback", Draft.NO_WORD)
        .kept("window")
        .kept("promptSlot")
        .kept("critical")
        .needed("length", Draft.NO_WORD);
  }

  /// What has no place in fideslang at all.
  private void theRest() {
    var rest = source.rest();
    if (rest.has("asking")) {
      draft("asking.yaml", rest.part("asking"));
    }
    var changes = draft("changes.yaml", rest.part("changes"));
    Stream.concat(Stream.of(Turn.values()).map(Spoken::word), Stream.of("invasive"))
        .forEach(key -> changes.needed(key, "Name the roles that must agree."));
    var roles = draft("roles.yaml", rest.part("roles"));
    if (!rest.has("roles")) {
      roles.gap("roles", "Name who answers for what, and which uses go with it.");
    }
    for (var kind :
        List.of(
            Kind.PERSON,
            Kind.SIGNAL,
            Kind.MODEL,
            Kind.ASSESSMENT,
            Kind.SEGMENT,
            Kind.GROUPS,
            Kind.MONITOR,
            Kind.EXPERIMENT)) {
      var things = rest.part(kind.folder());
      things.keys().forEach(id -> draft(kind.file(id), things.part(id)));
    }
  }
}
