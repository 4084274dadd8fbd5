package org.aboveboard.server.explain;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.catalogue.Face;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.recommend.Recorded;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Bars;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Figure;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Part;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.When;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Why this item was shown: the sum, how to change it, and the record it was taken from.
@Path("/explain/{recommId}/{item}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class WhyPage {
  private final Frames frames;
  private final Visitor visitor;
  private final Explain explain;
  private final Declaration declaration;

  @Inject
  WhyPage(Frames frames, Visitor visitor, Explain explain, Declaration declaration) {
    this.frames = frames;
    this.visitor = visitor;
    this.explain = explain;
    this.declaration = declaration;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(
      @PathParam("recommId") String recommId, @PathParam("item") String item) {
    return explain
        .why(Optional.of(visitor.name()), recommId, item)
        .map(this::page)
        .orElseThrow(() ->
            Problem.notFound(
                    "The record behind this answer is gone, so we cannot say why any more. Records"
                        + " go when you switch off or forget something, and when their time is up.",
                    "Open the shop again: each new suggestion says why.")
                .thrown());
  }

  private Why page(Explanation why) {
    Face face = new Face(why.item());
    Optional<Figure> figure = figure(why);
    return new Why(
        frames.at("/explain/" + why.record().recommId() + "/" + face.path()),
        why.item().title(),
        face.by(),
        "/shop/item/" + face.path(),
        face.quiet(),
        why.sentence(),
        figure,
        figure.map(drawn -> sum(drawn, why.record())),
        why.alternatives().stream().map(WhyPage::change).toList(),
        Optional.of(new Link("What the model may use", "/transparency")),
        receipt(why),
        new Link("Receipt of this answer", "/receipt/answer/" + why.record().recommId()));
  }

  /// Nothing personal, no figure: the sentence says it all.
  private static Optional<Figure> figure(Explanation why) {
    return why.parts().isEmpty()
        ? Optional.empty()
        : Optional.of(
            Bars.question("Which of your actions weighed how much?")
                .answer(why.sentence())
                .unit("points of score")
                .add(
                    why.parts().stream().map(WhyPage::part).toList(),
                    why.adjustments().stream()
                        .map(part -> Part.of(part.label(), part.value()))
                        .toList(),
                    why.score()));
  }

  private static Part part(Explanation.Part part) {
    return part.item().isEmpty()
        ? Part.of(part.label(), part.value())
        : new Part(part.label(), part.value(), Optional.of(forget(part.item(), part.label())));
  }

  private static Act forget(String item, String about) {
    return new Act(
        "/privacy/forget",
        "Forget this",
        about,
        List.of(new Fact("item", item), new Fact("back", "/shop")));
  }

  private String sum(Figure figure, Recorded record) {
    return Sum.line(
        declaration.now().policy().organisation().whatWeShow().one().plain(),
        figure.total(),
        Unused.by(declaration.now().policy(), record));
  }

  private static Change change(Explanation.Alternative alternative) {
    return new Change(
        "forget " + alternative.words(),
        Ordinal.of(alternative.rankBefore()),
        Ordinal.of(alternative.rankAfter()),
        alternative.without().size() == 1
            ? Optional.of(forget(alternative.without().getFirst(), alternative.words()))
            : Optional.empty());
  }

  private static Receipt receipt(Explanation why) {
    Recorded record = why.record();
    List<Fact> lines = new ArrayList<>();
    lines.add(new Fact("made", When.exact(record.at())));
    lines.add(new Fact("answer", record.recommId()));
    lines.add(new Fact("model", "version " + record.modelVersion()));
    lines.add(new Fact("policy", record.policyDigest()));
    if (why.modelHasMoved()) {
      lines.add(
          new Fact("since then", "the model has learnt more; what would change was run on it now"));
    }
    return new Receipt("Record of this answer", lines);
  }
}
