package org.aboveboard.server.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents.Reply;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.consent.Volunteers;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.optout.Requested;
import org.aboveboard.server.rights.Volunteer.Outcome;
import org.aboveboard.server.vault.Volunteered;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// What volunteers say of themselves, as JSON.
@Path("/v1/segments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class SegmentsApi {
  private final Viewer viewer;
  private final Volunteer volunteer;
  private final Prompts prompts;
  private final ConsentStore consents;
  private final Declaration declaration;
  private final Requested requested;
  private final Narrow narrow;
  private final InstantSource clock;

  @Inject
  SegmentsApi(
      Viewer viewer,
      Volunteer volunteer,
      Prompts prompts,
      ConsentStore consents,
      Declaration declaration,
      Requested requested,
      Narrow narrow,
      InstantSource clock) {
    this.viewer = viewer;
    this.volunteer = volunteer;
    this.prompts = prompts;
    this.consents = consents;
    this.declaration = declaration;
    this.requested = requested;
    this.narrow = narrow;
    this.clock = clock;
  }

  /// A question as somebody may answer it.
  ///
  /// @param answers their words by their ids; not to answer is as good
  /// @param smallest a group of fewer people is never shown
  /// @param said the id of what they answered
  /// @param prompt what a yes agrees to, to be shown whole; cite its id with the answer
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Question(
      String segment,
      String question,
      Map<String, String> answers,
      String purpose,
      int smallest,
      Optional<String> said,
      Optional<LocalDate> until,
      Optional<Put> prompt) {}

  /// A served prompt; its id answers once, for this subject.
  record Put(String id, String digest, @JsonRawValue String words) {}

  /// An answer.
  ///
  /// @param prompt the id of the prompt that is answered with yes by this; needed where there is no
  ///   yes to the purpose yet
  record Answer(
      @Nullable String subject,
      @Nullable String segment,
      @Nullable String answer,
      @Nullable String prompt,
      @Nullable Boolean visit,
      @Nullable Boolean guardian) {}

  /// That it is kept, under this index of the journal.
  record Kept(String segment, String answer, long index) {}

  /// That it is gone.
  record Gone(String segment, long rowsDeleted) {}

  @GET
  @Operation(
      summary = "What people may say of themselves, for measuring fairness and nothing else.",
      description =
          "With each question that needs a yes comes the prompt to show. Not to answer is one of the"
              + " answers, and changes nothing.")
  public List<Question> get(
      @QueryParam("subject") Optional<String> subject,
      @QueryParam("language") Optional<String> language,
      @Context HttpHeaders headers) {
    String name = viewer.required(headers, subject);
    InForce inForce = declaration.now();
    Language spoken = inForce.policy().organisation().spoken(language.stream().toList());
    boolean isMinor = viewer.isMinor(headers) || requested.sent().child();
    List<Volunteered> held = volunteer.held(name);
    Optional<Known> known = consents.known(name);
    return inForce.policy().segments().stream()
        .map(segment ->
            question(
                segment,
                spoken,
                held.stream().filter(one -> one.segment().equals(segment.id())).findFirst(),
                isMinor
                    ? Optional.empty()
                    : prompt(inForce, name, known, purpose(inForce, segment), spoken)))
        .toList();
  }

  private static Question question(
      Segment segment, Language language, Optional<Volunteered> own, Optional<Put> prompt) {
    Map<String, String> answers = new LinkedHashMap<>();
    segment.answers().forEach((id, words) -> answers.put(id, words.in(language)));
    return new Question(
        segment.id(),
        segment.question().in(language),
        answers,
        segment.purpose(),
        segment.smallest(),
        own.map(Volunteered::answer),
        own.map(Volunteered::until),
        prompt);
  }

  /// What is to be put to somebody who has not agreed to all of it, if they may be asked.
  private Optional<Put> prompt(
      InForce inForce, String name, Optional<Known> known, Purpose purpose, Language language) {
    Optional<Choice> yes =
        known.flatMap(who -> who.standing().yes(purpose.id())).filter(this::holds);
    if (yes.filter(one -> inForce.policy().isCovered(purpose, one.meaning())).isPresent()
        || !Volunteers.mayAsk(inForce.policy(), purpose, clock.instant())) {
      return Optional.empty();
    }
    Prompt.Reader reader =
        new Prompt.Reader(language, requested.sent().gpc(), yes.map(Choice::meaning));
    Prompts.Served served =
        prompts.serve(inForce, name, Volunteers.place(inForce.policy()), purpose, reader);
    return Optional.of(new Put(served.id(), served.prompt().digest(), served.prompt().words()));
  }

  private boolean holds(Choice yes) {
    Instant now = clock.instant();
    boolean isSeen = !requested.sent().gpc() || yes.inSightOfGpc();
    return isSeen && yes.until().map(now::isBefore).orElse(true);
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Keeps an answer in the vault, and with it the yes to its purpose.",
      description =
          "Only aggregates leave the vault, above the smallest group and with noise. To take an answer"
              + " back, DELETE it.")
  public Kept put(@Nullable Answer said, @Context HttpHeaders headers) {
    if (said == null) {
      throw Problem.badRequest("The body is empty.", "Send segment and answer as JSON.").thrown();
    }
    String name = viewer.required(headers, Optional.ofNullable(said.subject()));
    Segment segment = segment(Optional.ofNullable(said.segment()));
    String answer = answer(segment, Optional.ofNullable(said.answer()));
    How how = how(said, headers);
    Volunteer.About who =
        new Volunteer.About(
            name,
            narrow.optOuts(declaration.now().policy(), requested.sent()),
            viewer.isMinor(headers) || requested.sent().child());
    if (who.isMinor() && !how.byGuardian()) {
      throw Problem.forbidden(
              "A minor's yes is not taken here.", "Ask nothing of somebody who is too young.")
          .thrown();
    }
    Reply reply = Boolean.TRUE.equals(said.visit()) ? Reply.VISIT : Reply.YES;
    return switch (volunteer.give(
        who, segment, answer, Optional.ofNullable(said.prompt()), reply, how)) {
      case Outcome.Kept(long index) -> new Kept(segment.id(), answer, index);
      case Outcome.NoYes(Settled settled) -> throw notTaken(settled);
      case Outcome.Withheld(Reason reason) ->
          throw Problem.conflict(
                  "Nothing was kept: " + reason.name().toLowerCase(Locale.ROOT) + ".",
                  "Show the prompt that GET /v1/segments gives, and cite its id.")
              .thrown();
    };
  }

  private static RuntimeException notTaken(Settled settled) {
    return switch (settled) {
      case Settled.NotTaken(String why, String cure) -> Problem.conflict(why, cure).thrown();
      case Settled.Unheard(Settled.Done done) -> Acknowledgement.unheard(done).thrown();
      case Settled.Done _, Settled.Again _ -> new IllegalStateException("It was taken.");
    };
  }

  @DELETE
  @Path("{segment}")
  @Operation(
      summary = "Takes an answer back: it is deleted, and with the last one the yes.",
      description = "What was counted and published before stays published.")
  public Gone delete(
      @PathParam("segment") String named,
      @QueryParam("subject") Optional<String> subject,
      @Context HttpHeaders headers) {
    String name = viewer.required(headers, subject);
    Segment segment = segment(Optional.of(named));
    How how = new How("api", viewer.isShop(headers) ? "shop" : "subject", false);
    return new Gone(segment.id(), volunteer.takeBack(name, segment, how));
  }

  /// Only the shop's server can say that a guardian decided: it must know them.
  private How how(Answer said, HttpHeaders headers) {
    boolean isShop = viewer.isShop(headers);
    boolean byGuardian = Boolean.TRUE.equals(said.guardian());
    if (byGuardian && !isShop) {
      throw Problem.forbidden(
              "Nobody's own token can say that their guardian decided.",
              "Let the shop's server send it, once it knows the guardian.")
          .thrown();
    }
    return new How("api", isShop ? "shop" : "subject", byGuardian);
  }

  private static Purpose purpose(InForce inForce, Segment segment) {
    return inForce.policy().purpose(segment.purpose()).orElseThrow();
  }

  private Segment segment(Optional<String> id) {
    List<Segment> segments = declaration.now().policy().segments();
    return id.flatMap(declaration.now().policy()::segment)
        .orElseThrow(() ->
            Problem.badRequest(
                    "The policy declares no such segment.",
                    segments.isEmpty()
                        ? "It declares none, so nothing can be answered."
                        : "Use one of: "
                            + String.join(", ", segments.stream().map(Segment::id).toList())
                            + ".")
                .thrown());
  }

  private static String answer(Segment segment, Optional<String> id) {
    return id.filter(segment.answers()::containsKey)
        .orElseThrow(() ->
            Problem.badRequest(
                    "That is none of the segment's answers.",
                    "Use one of: "
                        + String.join(", ", segment.answers().keySet())
                        + "; to answer nothing, send nothing.")
                .thrown());
  }
}
