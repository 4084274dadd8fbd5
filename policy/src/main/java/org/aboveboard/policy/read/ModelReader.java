package org.aboveboard.policy.read;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aboveboard.policy.Figure;
import org.aboveboard.policy.Model;

/// Reads one model.
final class ModelReader {
  private ModelReader() {}

  static Model read(String id, Reading file, Crossings crossings) {
    var model =
        new Model(
            id,
            file.words("label"),
            file.words("sentence"),
            file.link("owner", Kind.ROLE),
            Set.copyOf(file.links("purposes", Kind.PURPOSE)),
            Set.copyOf(file.links("inputs", Kind.SIGNAL)),
            Set.copyOf(file.links("prohibited", Kind.CATEGORY)),
            file.blocks("limits").entrySet().stream()
                .flatMap(limit -> limit(file, limit.getKey(), limit.getValue()).stream())
                .collect(toUnmodifiableSet()),
            Set.copyOf(file.links("overriddenBy", Kind.ROLE)));
    if (model.purposes().isEmpty()) {
      file.fault("purposes", "The model works for no purpose.", "Name one, or remove the file.");
    }
    crossings.model(model, file);
    return model;
  }

  private static Optional<Model.Limit> limit(Reading file, String word, Reading block) {
    var bound = block.has("atMost") ? Model.Bound.AT_MOST : Model.Bound.AT_LEAST;
    var value = block.number(Scalars.word(bound));
    block.done();
    var figure = Figure.of(word);
    if (figure.isEmpty()) {
      file.fault(
          "limits",
          say("'%s' is no figure that is measured.", word),
          "Name one of: "
              + Stream.of(Figure.values()).map(Figure::word).collect(joining(", "))
              + ".");
    }
    figure.ifPresent(known -> possible(file, known, bound, value));
    return figure.map(known -> new Model.Limit(known, bound, value));
  }

  /// A limit that every model keeps to, or none, is no limit.
  private static void possible(Reading file, Figure figure, Model.Bound bound, double value) {
    String write = "Write '" + figure.word() + ": {" + Scalars.word(figure.bound()) + ": …}'";
    if (bound != figure.bound()) {
      file.fault(
          "limits",
          say("'%s' is limited the wrong way round.", figure.word()),
          write + ": that is the side on which it gets worse.");
    } else if (!figure.isWithin(value)) {
      file.fault(
          "limits",
          say("No model can miss, or none can keep to, '%s' of %s.", figure.word(), value),
          write + " with a number that it can be better and worse than.");
    }
  }
}
