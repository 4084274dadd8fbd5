package org.aboveboard.server.map;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.server.access.Authenticated;
import org.aboveboard.server.access.Caller;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.seen.Lookout;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The data map as data: what is declared, for everybody; what was seen, for the shop and its
/// staff.
@Path("/v1/map")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class MapApi {
  private static final int TAG_DIGITS = 16;

  private final Caller caller;
  private final Declaration declaration;
  private final Lookout lookout;
  private final InstantSource clock;

  @Inject
  MapApi(Caller caller, Declaration declaration, Lookout lookout, InstantSource clock) {
    this.caller = caller;
    this.declaration = declaration;
    this.lookout = lookout;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "The declared flow of data in five lanes.",
      description =
          "Needs no key: it is made from the public policy, whose digest it carries. Boxes come in"
              + " the order of the drawing.")
  public Response declared(
      @QueryParam("language") Optional<String> language, @Context Request request) {
    Policy policy = declaration.now().policy();
    DataMap map = DataMap.of(policy, spoken(policy, language), clock.instant());
    String json = map.json();
    EntityTag tag = tag(map, json);
    return Optional.ofNullable(request.evaluatePreconditions(tag))
        .orElseGet(() -> Response.ok(json))
        .tag(tag)
        .header(HttpHeaders.CONTENT_LANGUAGE, map.language().code())
        .build();
  }

  /// The version, the language, and the start of a digest of the whole: what an approval opens and
  /// its end closes is on the map and in no version.
  private static EntityTag tag(DataMap map, String json) {
    String whole = Digest.of(json).substring(0, TAG_DIGITS);
    return new EntityTag(map.digest() + "-" + map.language().code() + "-" + whole);
  }

  private static Language spoken(Policy policy, Optional<String> tag) {
    return tag.map(one ->
            Language.of(one)
                .filter(policy.organisation().languages()::contains)
                .orElseThrow(() ->
                    Problem.badRequest(
                            "The policy is not written in this language.",
                            "Leave language out, or send one of those the policy names.")
                        .thrown()))
        .orElseGet(() -> policy.organisation().language());
  }

  @GET
  @Path("observed")
  @Operation(
      summary = "What this server did, held against what is declared.",
      description =
          "For the secret key and for operator keys. Names under dropped were chosen by senders:"
              + " escape them.")
  public Observed observed(@Context HttpHeaders headers) {
    switch (caller.from(headers)) {
      case Authenticated.Shop _, Authenticated.Operator _ -> {}
      case Authenticated.Denied denied -> throw Caller.refusal(denied).thrown();
      case Authenticated.Person _ ->
          throw Problem.forbidden(
                  "Only the shop and its staff may see this.",
                  "Send the secret key or an operator key as Bearer.")
              .thrown();
    }
    return Observed.of(declaration.now().policy().digest(), lookout.look());
  }
}
