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
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prompt;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Access;
import org.aboveboard.server.rights.Access.Consent;
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
  private final Declaration declaration;

  @Inject
  ShownPage(Frames frames, Visitor visitor, Access access, Declaration declaration) {
    this.frames = frames;
    this.visitor = visitor;
    this.access = access;
    this.declaration = declaration;
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
    Prompt prompt = prompt(consent).orElseThrow(() -> changed(consent));
    return new Shown(
        frames.at("/privacy/shown/" + index),
        PromptCard.replayed(prompt, false, "/privacy"),
        record(consent));
  }

  /// The question as the policy in force asks it, if that is what was seen.
  private Optional<Prompt> prompt(Consent consent) {
    Policy policy = declaration.policy();
    return policy
        .surface(consent.surface())
        .flatMap(surface ->
            policy
                .purpose(consent.purpose())
                .filter(purpose -> Prompt.mayAsk(surface, purpose))
                .map(purpose ->
                    Prompt.of(policy, surface, purpose, policy.organisation().language())))
        .filter(prompt -> prompt.digest().equals(consent.promptDigest()));
  }

  private static RuntimeException changed(Consent consent) {
    return Problem.notFound(
            "The words have changed since then, and the old ones are no longer drawn here. Their"
                + " digest stays in your record: "
                + consent.promptDigest(),
            "Write to us with the digest if you want the old words.")
        .thrown();
  }

  private static Receipt record(Consent consent) {
    return new Receipt(
        "Record of your choice",
        List.of(
            new Fact("entry", Long.toString(consent.index())),
            new Fact("made", When.exact(consent.at())),
            new Fact("you said", consent.said()),
            new Fact("words", consent.promptDigest()),
            new Fact("policy", consent.policyDigest())));
  }
}
