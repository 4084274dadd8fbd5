package org.aboveboard.policy.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.read.Kind;

/// The datasets of a manifest as kinds of event: one for each collection that holds something
/// personal.
record FidesEvents(FidesSource source, Draft.Speech speech) {
  private static final String NO_MESSAGES = "Fideslang describes tables, not messages.";

  List<Draft> drafts() {
    var ids = FidesIds.of(collections().map(Collection::key), FidesKeys.EVENT);
    return collections().map(one -> draft(one, ids)).toList();
  }

  private record Collection(Part dataset, Part part) {
    String key() {
      var dataset = FidesSource.key(dataset());
      return dataset.startsWith(FidesKeys.EVENT)
          ? dataset
          : dataset + "." + part.text("name").orElse("collection");
    }

    Part rest() {
      return dataset.part("meta").part("aboveboard");
    }

    boolean isPersonal() {
      return !rest().isEmpty() || !categories().isEmpty() || !personal().isEmpty();
    }

    List<String> categories() {
      return Stream.of(part, dataset)
          .map(level -> level.texts("data_categories"))
          .filter(found -> !found.isEmpty())
          .findFirst()
          .orElse(List.of());
    }

    /// Fields that hold something personal, each under its own name.
    Map<String, Part> personal() {
      var found = new LinkedHashMap<String, Part>();
      flat(part).forEach(field -> found.putIfAbsent(name(field), field));
      return found;
    }

    private static Stream<Part> flat(Part holder) {
      return holder.parts("fields").stream()
          .flatMap(field -> Stream.concat(Stream.of(field), flat(field)))
          .filter(field -> !field.texts("data_categories").isEmpty());
    }

    private static String name(Part field) {
      var name = field.text("name").orElse("");
      return FidesIds.isId(name) ? name : FidesIds.slug(List.of(name));
    }
  }

  private Stream<Collection> collections() {
    return source.datasets().stream()
        .flatMap(dataset ->
            FidesSource.collections(dataset).stream().map(part -> new Collection(dataset, part)))
        .filter(Collection::isPersonal);
  }

  private Draft draft(Collection one, FidesIds ids) {
    var rest = one.rest();
    var isOurs = !rest.isEmpty();
    var draft = Draft.of(Kind.EVENT.file(ids.id(one.key()).orElseThrow()), rest, speech);
    draft
        .words("label", (isOurs ? one.dataset() : one.part()).text("name"), Draft.SAYS_NOTHING)
        .needed("type", NO_MESSAGES)
        .needed("names", NO_MESSAGES)
        .kept("item")
        .kept("signal");
    category(draft, one.categories());
    purposes(draft, uses(one.part()));
    var fields = draft.inner("fields");
    var personal = one.personal();
    draft.restOf("fields").keys().stream()
        .filter(name -> !personal.containsKey(name))
        .forEach(fields::withoutRest);
    personal.forEach((name, field) -> fields.with(name, field(fields.inner(name), field)));
    return personal.isEmpty() ? draft.withoutRest("fields") : draft.with("fields", fields);
  }

  private Draft field(Draft draft, Part field) {
    draft.needed("path", NO_MESSAGES);
    if (draft.rest("type").isPresent()) {
      draft.kept("type");
    } else {
      draft.known("type", type(field), "The manifest does not say what kind of value it is.");
    }
    draft.kept("least").kept("most");
    category(draft, field.texts("data_categories"));
    purposes(draft, uses(field));
    return draft;
  }

  private static List<String> uses(Part part) {
    var uses = new ArrayList<>(part.texts("data_uses"));
    uses.addAll(part.texts("data_purposes"));
    return uses;
  }

  private void category(Draft draft, List<String> keys) {
    var ids = source.categories().ids(keys);
    draft.known(
        "category",
        ids.stream().findFirst().filter(_ -> ids.size() == 1),
        ids.isEmpty() ? Draft.SAYS_NOTHING : "It is one of: " + String.join(", ", ids) + ".");
  }

  private void purposes(Draft draft, List<String> uses) {
    var ids = source.purposes().ids(uses);
    if (ids.isEmpty()) {
      draft.gap("purposes", "The manifest does not say which purpose needs it.");
    } else {
      draft.known("purposes", Part.texts(ids.stream().sorted()));
    }
  }

  private static Optional<String> type(Part field) {
    return field
        .part("fides_meta")
        .text("data_type")
        .flatMap(type ->
            switch (type) {
              case "string", "object_id" -> Optional.of("text");
              case "integer", "float" -> Optional.of("number");
              case "boolean" -> Optional.of("flag");
              default -> Optional.empty();
            });
  }
}
