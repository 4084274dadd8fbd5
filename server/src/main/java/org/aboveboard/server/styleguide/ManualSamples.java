package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.manual.Told;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;

/// The manual of a model, with made-up facts.
final class ManualSamples {
  private ManualSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put(
        "model-overridden",
        told(
            frame,
            State.on("Served"),
            Optional.empty(),
            List.of(
                "The limit of 'gap' is not met. M. O., Ethics officer, lets it through until 31 Jan"
                    + " 2027: the spring catalogue is on its way"),
            List.of(
                new Fact("Signed by", "M. O., Ethics officer"), new Fact("Until", "31 Jan 2027"))));
    pages.put(
        "model-not-served",
        told(
            frame,
            State.watch("Not served"),
            Optional.of("its release has run out. Measure it again"),
            List.of(),
            List.of()));
    return pages;
  }

  private static Told told(
      Frame frame,
      State state,
      Optional<String> because,
      List<String> overrides,
      List<Fact> release) {
    return new Told(
        frame,
        "what-goes-together",
        "What goes together",
        "It counts which books the same people chose, and learns which go together.",
        state,
        because,
        overrides,
        List.of(
            new Fact("It works for", "Suggestions"), new Fact("Who answers for it", "Model owner")),
        List.of(new Fact("purchases", "what you bought; counts 3")),
        List.of("views"),
        List.of("Special data"),
        "A score is the exact sum of what your own acts bring.",
        List.of(new Fact("Kind", "EASE")),
        List.of(new Fact("People whose acts are in it", "1200")),
        List.of(new Fact("gap, at most 0.05", "measured 0.07: not met")),
        List.of("Ethics officer"),
        release,
        release.isEmpty() ? List.of() : List.of(new Fact("NDCG@100, age: 60 and over", "0.2811")),
        List.of("Why people chose what they did is not known."),
        new Receipt("Made from", List.of(new Fact("digest", "5f2c9a"))));
  }
}
