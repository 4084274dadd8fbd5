package org.aboveboard.server.privacy;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.rights.Access;
import org.aboveboard.server.rights.Access.Consent;
import org.aboveboard.server.rights.Records;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.When;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Replays the question that somebody answered, if its words, to the letter, are still at hand.
@Path("/privacy/shown/{index: [0-9]{1,18}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ShownPage {
  private final Frames frames;
  private final Visitor visitor;
  private final Access access;
  private final Records records;

  @Inject
  ShownPage(Frames frames, Visitor visitor, Access access, Records records) {
    this.frames = frames;
    this.visitor = visitor;
    this.access = access;
    this.records = records;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("index") long index) {
    Consent consent =
        access.copy(visitor.name()).consents().stream()
            .filter(one -> one.index() == index && !one.promptDigest().isEmpty())
            .findFirst()
            .orElseThrow(() ->
                Problem.notFound(
                        "You answered no question under this number.",
                        "Privacy options lists your choices.")
                    .thrown());
    Prompt prompt = records.shown(visitor.name(), index).orElseThrow(() -> changed(consent));
    return new Shown(
        frames.at("/privacy/shown/" + index),
        PromptCard.replayed(prompt, "/privacy"),
        record(consent));
  }

  private static RuntimeException changed(Consent consent) {
    return Problem.notFound(
            "The words were made by an earlier release, which alone can draw them. Their digest stays"
                + " in your record: "
                + consent.promptDigest(),
            "Write to us with the digest if you want the old words.")
        .thrown();
  }

  private static String said(Consent consent) {
    return consent.visit() ? consent.said() + ", only this visit" : consent.said();
  }

  private static Receipt record(Consent consent) {
    return new Receipt(
        "Record of your choice",
        List.of(
            new Fact("entry", Long.toString(consent.index())),
            new Fact("made", When.exact(consent.at())),
            new Fact("you said", said(consent)),
            new Fact(
                "holds",
                consent
                    .until()
                    .map(end -> "until " + When.exact(end))
                    .orElse("until another choice")),
            new Fact("words", consent.promptDigest()),
            new Fact("policy", consent.policyDigest())));
  }
}
