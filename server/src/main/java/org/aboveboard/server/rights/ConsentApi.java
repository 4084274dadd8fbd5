package org.aboveboard.server.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Withdraw.Effect;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Giving, refusing, withdrawing and reading consent, as JSON.
@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ConsentApi {
  private static final String METHOD = "api";

  private final Viewer viewer;
  private final Withdraw withdraw;
  private final ConsentStore consents;
  private final Declaration declaration;

  @Inject
  ConsentApi(Viewer viewer, Withdraw withdraw, ConsentStore consents, Declaration declaration) {
    this.viewer = viewer;
    this.withdraw = withdraw;
    this.consents = consents;
    this.declaration = declaration;
  }

  /// What a person decided.
  ///
  /// @param decision `given`, `refused` or `withdrawn`
  /// @param prompt the id of the served prompt that was answered; a withdrawal needs none
  record Decided(
      @Nullable String subject,
      @Nullable String purpose,
      @Nullable String decision,
      @Nullable String prompt) {
    @Override
    public String toString() {
      return "Decided";
    }
  }

  /// What the decision brought about.
  record Settlement(
      String purpose, String decision, long index, long rowsDeleted, boolean modelForgot) {}

  /// One thing a person said.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Said(long index, String purpose, String decision, Instant at, Optional<Instant> until) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Records an answer to a prompt, or a withdrawal.",
      description =
          "When it answers, the decision holds for every request that begins after; what rested on"
              + " a yes that was taken back is deleted, and modelForgot says whether the model has"
              + " followed.")
  public Settlement put(@Nullable Decided decided, @Context HttpHeaders headers) {
    if (decided == null) {
      throw Problem.badRequest("The body is empty.", "Send purpose and decision as JSON.").thrown();
    }
    String name = viewer.required(headers, Optional.ofNullable(decided.subject()));
    Optional<String> prompt = Optional.ofNullable(decided.prompt());
    Effect effect =
        switch (Optional.ofNullable(decided.decision()).orElse("")) {
          case "given" -> withdraw.answer(name, grown(headers, cited(prompt)), true, METHOD);
          case "refused" -> withdraw.answer(name, cited(prompt), false, METHOD);
          case "withdrawn" -> withdraw.withdraw(name, purpose(decided), METHOD);
          // the wire's word is not one of ours
          default ->
              throw Problem.badRequest(
                      "The decision is not one that can be recorded.",
                      "Use given, refused or withdrawn.")
                  .thrown();
        };
    return written(effect);
  }

  @GET
  @Operation(summary = "Everything a person said, oldest first.")
  public List<Said> get(
      @QueryParam("subject") Optional<String> subject, @Context HttpHeaders headers) {
    return consents
        .known(viewer.required(headers, subject))
        .map(Known::standing)
        .map(standing ->
            standing.choices().stream()
                .map(choice ->
                    new Said(
                        choice.index(),
                        choice.purpose(),
                        choice.kind().name().toLowerCase(Locale.ROOT),
                        choice.at(),
                        choice.until()))
                .toList())
        .orElse(List.of());
  }

  /// A minor is not asked here, so a yes of theirs is not taken; a no always is.
  private String grown(HttpHeaders headers, String prompt) {
    if (viewer.isMinor(headers)) {
      throw Problem.forbidden(
              "A minor's yes is not taken here.", "Show the answer that needs no consent.")
          .thrown();
    }
    return prompt;
  }

  private Purpose purpose(Decided decided) {
    return Optional.ofNullable(decided.purpose())
        .flatMap(declaration.policy()::purpose)
        .filter(Purpose::isAsked)
        .orElseThrow(() ->
            Problem.badRequest(
                    "The purpose is not one that rests on consent.",
                    "Use one of: "
                        + String.join(
                            ", ",
                            declaration.policy().purposes().stream()
                                .filter(Purpose::isAsked)
                                .map(Purpose::id)
                                .toList())
                        + ".")
                .thrown());
  }

  private static String cited(Optional<String> prompt) {
    return prompt.orElseThrow(() ->
        Problem.badRequest(
                "The decision cites no prompt.",
                "Serve one from GET /v1/prompts and send its id as prompt.")
            .thrown());
  }

  private static Settlement written(Effect effect) {
    return switch (effect.settled()) {
      case Settled.Done done ->
          new Settlement(
              done.purpose().id(),
              done.said().name().toLowerCase(Locale.ROOT),
              done.index(),
              effect.rowsDeleted(),
              effect.modelForgot());
      case Settled.NotTaken(String why, String cure) -> throw Problem.conflict(why, cure).thrown();
    };
  }
}
