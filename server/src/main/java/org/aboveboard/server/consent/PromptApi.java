package org.aboveboard.server.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Ask;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.access.Viewer;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.optout.Requested;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/// The question that is to be put to a person at a surface, as facts and as a fragment of HTML.
@Path("/v1/prompts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class PromptApi {
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final Pattern ADDRESS = Pattern.compile("/[A-Za-z0-9/_.~-]{0,200}");
  private static final int MOST_SHOWN = 20;

  private final Viewer viewer;
  private final Deciding deciding;
  private final Prompts prompts;
  private final Requested requested;
  private final Narrow narrow;
  private final Contradictions contradictions;
  private final InstantSource clock;

  @Inject
  PromptApi(
      Viewer viewer,
      Deciding deciding,
      Prompts prompts,
      Requested requested,
      Narrow narrow,
      Contradictions contradictions,
      InstantSource clock) {
    this.viewer = viewer;
    this.deciding = deciding;
    this.prompts = prompts;
    this.requested = requested;
    this.narrow = narrow;
    this.contradictions = contradictions;
    this.clock = clock;
  }

  /// What to show.
  ///
  /// @param show `question`, `line` or `nothing`
  /// @param why the rule that says so, where there is one
  /// @param session to be sent with the next call of the same visit
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Asked(
      String show,
      Optional<String> purpose,
      Optional<String> why,
      Optional<ServedPrompt> prompt,
      String session) {}

  /// A served question; its id answers once, for this subject.
  ///
  /// @param words all words that are shown, and what the digest is of
  /// @param fragment the question as HTML that works without script; it sends `prompt`, `answer`
  ///   and `without` to the address that was asked for
  record ServedPrompt(String id, String digest, @JsonRawValue String words, String fragment) {}

  @GET
  @Parameter(
      name = "minor",
      in = ParameterIn.QUERY,
      schema = @Schema(type = SchemaType.BOOLEAN),
      description = "true where the person is too young to decide alone")
  @Operation(
      summary = "What to ask a person at a surface, if anything.",
      description =
          "Show all of the facts and both answers alike, then PUT /v1/consents. A person is asked"
              + " once in a visit, and not again for the declared time after a no.")
  public Asked get(
      @QueryParam("surface") Optional<String> surface,
      @QueryParam("subject") Optional<String> subject,
      @Parameter(
              description = "the language of the reader, such as de; the policy's first one else")
          @QueryParam("language")
          Optional<String> language,
      @Parameter(description = "what the last answer of the same visit gave")
          @DefaultValue("")
          @QueryParam("session")
          String session,
      @Context UriInfo asked,
      @Parameter(description = "where the fragment's form is sent; /consent else")
          @DefaultValue("/consent")
          @QueryParam("action")
          String action,
      @Context HttpHeaders headers) {
    String name = viewer.required(headers, subject);
    String address = address(action);
    boolean isMinor = viewer.isMinor(headers, asked) || requested.sent().child();
    Ask.Visit visit = visit(session);
    Asking asking =
        deciding.about(List.of(name), said -> asking(said, name, surface, isMinor, visit));
    contradictions.note(asking.said(), name, requested.sent(), How.SIGNAL);
    return switch (asking.ask()) {
      case Ask.Whole(Purpose purpose, Optional<String> agreed, Reason why) -> {
        InForce inForce = asking.said().inForce();
        Prompt.Reader reader =
            new Prompt.Reader(
                inForce.policy().organisation().spoken(language.stream().toList()),
                requested.sent().gpc(),
                agreed);
        Prompts.Served served = prompts.serve(inForce, name, asking.surface(), purpose, reader);
        yield new Asked(
            "question",
            Optional.of(purpose.id()),
            Optional.of(word(why)),
            Optional.of(written(served, address)),
            written(visit.after(purpose.id())));
      }
      case Ask.Line(Purpose purpose, Reason why) ->
          new Asked(
              "line",
              Optional.of(purpose.id()),
              Optional.of(word(why)),
              Optional.empty(),
              written(visit));
      case Ask.Nothing _ ->
          new Asked(
              "nothing", Optional.empty(), Optional.empty(), Optional.empty(), written(visit));
    };
  }

  /// What is to be asked, and the version that says so: the question is made from it too.
  private record Asking(Said said, Surface surface, Ask ask) {}

  private Asking asking(
      Said said, String name, Optional<String> named, boolean isMinor, Ask.Visit visit) {
    Policy policy = said.inForce().policy();
    Surface surface = surface(policy, named);
    return new Asking(
        said,
        surface,
        Ask.at(
            policy,
            surface,
            said.of(name).map(Known::standing).orElse(Standing.silent()),
            said.circumstances(narrow.optOuts(policy, requested.sent()), isMinor),
            visit,
            clock.instant()));
  }

  private static ServedPrompt written(Prompts.Served served, String action) {
    return new ServedPrompt(
        served.id(),
        served.prompt().digest(),
        served.prompt().words(),
        new Fragment(PromptCard.of(served, ""), action).render());
  }

  private static Surface surface(Policy policy, Optional<String> id) {
    return id.flatMap(policy::surface)
        .orElseThrow(() ->
            Problem.badRequest(
                    "The policy declares no such surface.",
                    "Use surface= with one of: "
                        + String.join(", ", policy.surfaces().stream().map(Surface::id).toList())
                        + ".")
                .thrown());
  }

  private static String address(String action) {
    if (!ADDRESS.matcher(action).matches() || action.startsWith("//")) {
      throw Problem.badRequest(
              "The action is no address of your own site.", "Send a path, such as /consent.")
          .thrown();
    }
    return action;
  }

  private static Ask.Visit visit(String session) {
    Set<String> shown =
        Stream.of(session.split("\\.", -1))
            .filter(id -> ID.matcher(id).matches())
            .limit(MOST_SHOWN)
            .collect(Collectors.toSet());
    return new Ask.Visit(shown);
  }

  private static String written(Ask.Visit visit) {
    return String.join(".", visit.shown().stream().sorted().toList());
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
