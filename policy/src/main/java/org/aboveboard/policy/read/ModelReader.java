package org.aboveboard.policy.read;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Set;
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
                .map(limit -> limit(limit.getKey(), limit.getValue()))
                .collect(toUnmodifiableSet()));
    if (model.purposes().isEmpty()) {
      file.fault("purposes", "The model works for no purpose.", "Name one, or remove the file.");
    }
    crossings.model(model, file);
    return model;
  }

  private static Model.Limit limit(String figure, Reading block) {
    var bound = block.has("atMost") ? Model.Bound.AT_MOST : Model.Bound.AT_LEAST;
    var limit = new Model.Limit(figure, bound, block.number(Scalars.word(bound)));
    block.done();
    return limit;
  }
}
