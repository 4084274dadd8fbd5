package org.aboveboard.server.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.consent.About;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.rights.Choose.Effect;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// Giving, refusing, withdrawing, pausing and reading consent, as JSON.
@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ConsentApi {
  private final Viewer viewer;
  private final Choose choose;
  private final ConsentStore consents;
  private final Records records;
  private final Declaration declaration;

  @Inject
  ConsentApi(
      Viewer viewer,
      Choose choose,
      ConsentStore consents,
      Records records,
      Declaration declaration) {
    this.viewer = viewer;
    this.choose = choose;
    this.consents = consents;
    this.records = records;
    this.declaration = declaration;
  }

  /// What the decision brought about.
  record Settlement(
      String about,
      String decision,
      long index,
      long rowsDeleted,
      boolean modelForgot,
      String record,
      String receipt) {}

  /// One thing a person said.
  ///
  /// @param visit whether a yes ends with the visit, at `until`
  /// @param carrier for `contradicted`: the signal that said no while their yes stood
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Said(
      long index,
      String about,
      String decision,
      Instant at,
      Optional<Instant> until,
      boolean visit,
      Optional<String> keep,
      Optional<String> carrier,
      String record) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Records an answer to a prompt, a withdrawal, a pause, or a narrower choice.",
      description =
          "When it answers, the decision holds for every request that begins after, on every node;"
              + " what rested on a yes that was taken back is deleted, and modelForgot says whether"
              + " every model has followed. 503: it is recorded, but a server has not confirmed yet.")
  public Settlement put(@Nullable Decided decided, @Context HttpHeaders headers) {
    if (decided == null) {
      throw Problem.badRequest("The body is empty.", "Send purpose and decision as JSON.").thrown();
    }
    String name = viewer.required(headers, Optional.ofNullable(decided.subject()));
    How how = how(decided, headers);
    return written(
        switch (decided.fitting()) {
          case "given" ->
              choose.answer(name, grown(how, headers, cited(decided)), yes(decided), how);
          case "refused" -> choose.answer(name, cited(decided), Reply.NO, how);
          case "withdrawn" -> choose.withdraw(name, purpose(decided, Purpose::canBeEnded), how);
          case "paused" -> choose.pause(name, true, how);
          case "resumed" -> choose.pause(name, false, how);
          case "kept" ->
              choose.keepFor(name, purpose(decided, Purpose::isAsked), days(decided), how);
          case "off" -> choose.switchTo(name, part(decided), false, how);
          // nothing else fits
          default -> choose.switchTo(name, part(decided), true, how);
        });
  }

  @GET
  @Operation(summary = "Everything a person said, oldest first.")
  public List<Said> get(
      @QueryParam("subject") Optional<String> subject, @Context HttpHeaders headers) {
    return consents
        .known(viewer.required(headers, subject))
        .map(Known::standing)
        .map(standing -> standing.choices().stream().map(ConsentApi::said).toList())
        .orElse(List.of());
  }

  @GET
  @Path("{index: [0-9]{1,18}}")
  @Operation(
      summary = "The whole consent record under an index, with the fields of ISO/IEC TS 27560.",
      description =
          "Made from the record and the version of the policy it was given under; the prompt is"
              + " rendered again, to the byte.")
  public ConsentRecord record(
      @PathParam("index") long index,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    return records
        .find(viewer.required(headers, subject), index)
        .orElseThrow(() ->
            Problem.notFound(
                    "This person has no consent record under that index.",
                    "GET /v1/consents lists those there are.")
                .thrown());
  }

  private static Said said(Choice choice) {
    return new Said(
        choice.index(),
        choice.about(),
        choice.kind().name().toLowerCase(Locale.ROOT),
        choice.at(),
        choice.until(),
        choice.forVisit(),
        choice.keep().map(Object::toString),
        choice.carrier(),
        address(choice.index()));
  }

  private static String address(long index) {
    return "/v1/consents/" + index;
  }

  /// Only the shop's server can say that a guardian decided: it must know them.
  private How how(Decided decided, HttpHeaders headers) {
    boolean isShop = viewer.isShop(headers);
    boolean byGuardian = Boolean.TRUE.equals(decided.guardian());
    if (byGuardian && !isShop) {
      throw Problem.forbidden(
              "Nobody's own token can say that their guardian decided.",
              "Let the shop's server send it, once it knows the guardian.")
          .thrown();
    }
    return new How("api", isShop ? "shop" : "subject", byGuardian);
  }

  /// A minor is not asked here, so a yes of theirs is not taken; a no always is.
  private String grown(How how, HttpHeaders headers, String prompt) {
    if (viewer.isMinor(headers) && !how.byGuardian()) {
      throw Problem.forbidden(
              "A minor's yes is not taken here.",
              "Show the answer that needs no consent, or ask somebody who answers for them.")
          .thrown();
    }
    return prompt;
  }

  private static Reply yes(Decided decided) {
    return Boolean.TRUE.equals(decided.visit()) ? Reply.VISIT : Reply.YES;
  }

  private static int days(Decided decided) {
    return Optional.ofNullable(decided.days())
        .orElseThrow(() ->
            Problem.badRequest("It is not said how long.", "Send days, a whole number.").thrown());
  }

  private Purpose purpose(Decided decided, Predicate<Purpose> fits) {
    Policy policy = declaration.now().policy();
    return Optional.ofNullable(decided.purpose())
        .flatMap(policy::purpose)
        .filter(fits)
        .orElseThrow(() ->
            Problem.badRequest(
                    "The purpose is not one that this can be said about.",
                    "Use one of: "
                        + names(policy.purposes().stream().filter(fits).toList(), Purpose::id))
                .thrown());
  }

  private About part(Decided decided) {
    Policy policy = declaration.now().policy();
    Optional<About> surface =
        Optional.ofNullable(decided.surface()).flatMap(policy::surface).map(About.TheSurface::new);
    Optional<About> signal =
        Optional.ofNullable(decided.signal()).flatMap(policy::signal).map(About.TheSignal::new);
    Optional<About> interest =
        Optional.ofNullable(decided.purpose())
            .flatMap(policy::purpose)
            .filter(Purpose::isInterest)
            .map(About.ThePurpose::new);
    return surface.or(() -> signal).or(() -> interest).orElseThrow(() -> noPart(policy));
  }

  private static RuntimeException noPart(Policy policy) {
    List<Purpose> interests = policy.purposes().stream().filter(Purpose::isInterest).toList();
    return Problem.badRequest(
            "The policy declares no such surface, no such signal and no such interest.",
            "Send surface with one of: "
                + names(policy.surfaces(), s -> s.id())
                + " Or signal with one of: "
                + names(policy.signals(), s -> s.id())
                + (interests.isEmpty()
                    ? ""
                    : " Or purpose with one of: " + names(interests, Purpose::id)))
        .thrown();
  }

  private static <T> String names(List<T> things, Function<T, String> id) {
    return String.join(", ", things.stream().map(id).toList()) + ".";
  }

  private static String cited(Decided decided) {
    return Optional.ofNullable(decided.prompt())
        .orElseThrow(() ->
            Problem.badRequest(
                    "The decision cites no prompt.",
                    "Serve one from GET /v1/prompts and send its id as prompt.")
                .thrown());
  }

  private static Settlement written(Settled.Done done, Effect effect) {
    return new Settlement(
        done.about().key(),
        done.said().name().toLowerCase(Locale.ROOT),
        done.index(),
        effect.rowsDeleted(),
        effect.modelForgot(),
        address(done.index()),
        ConsentRecord.Made.receipt(done.index()));
  }

  private static Settlement written(Effect effect) {
    return switch (effect.settled()) {
      case Settled.Done done -> written(done, effect);
      case Settled.Again(Settled.Done done) -> written(done, effect);
      case Settled.Unheard(Settled.Done done) -> throw Acknowledgement.unheard(done).thrown();
      case Settled.NotTaken(String why, String cure) -> throw Problem.conflict(why, cure).thrown();
    };
  }
}
