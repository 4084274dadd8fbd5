package org.aboveboard.server.transparency;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aboveboard.policy.export.Artefact;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/// What is made from the policy for machines, one file each.
///
/// Each carries the digest of the policy in force, in its text and as its entity tag. Another
/// version is refused, but for the notice of an earlier one, which is made from that version.
@Path("/transparency/{file: [a-z-]+([.][a-z]{2})?[.](jsonld|json|yaml|csv)}")
@RunOnVirtualThread
final class ArtefactApi {
  private static final Logger LOG = Logger.getLogger(ArtefactApi.class);

  private final Declaration declaration;
  private final Published published;

  @Inject
  ArtefactApi(Declaration declaration, Published published) {
    this.declaration = declaration;
    this.published = published;
  }

  @GET
  @Operation(hidden = true)
  public Response get(
      String file,
      @QueryParam("policy") Optional<String> policy,
      @HeaderParam("If-Match") Optional<String> match,
      @HeaderParam("If-None-Match") Optional<String> known,
      @Context HttpHeaders headers) {
    Edition.Request request = Preferred.request(policy, Optional.empty(), match, headers);
    Edition edition =
        file.startsWith("notice.")
            ? Edition.of(declaration, request)
            : Edition.inForce(declaration, request);
    return switch (published.find(edition.policy(), file)) {
      case Published.Found.Ready(Artefact artefact) -> answer(edition, artefact, known);
      case Published.Found.Nothing _ -> throw new NotFoundException();
      case Published.Found.Mismatch _ -> {
        LOG.errorf("%s is of another policy than the one in force", file);
        yield Problem.unavailable(
                "What is at hand was made from another version of the policy.",
                "Ask again in a minute; if it stays, tell the operator.")
            .response();
      }
    };
  }

  private static Response answer(Edition edition, Artefact artefact, Optional<String> known) {
    String tag = Edition.tag(artefact.digest());
    Response.ResponseBuilder answer =
        known.filter(tags -> Edition.takes(tags, artefact.digest())).isPresent()
            ? Response.notModified()
            : Response.ok(artefact.bytes(), artefact.mediaType() + ";charset=UTF-8");
    answer.header(HttpHeaders.ETAG, tag);
    artefact.language().ifPresent(language -> answer.header("Content-Language", language.code()));
    if (!edition.isInForce()) {
      answer.header(
          HttpHeaders.LINK, "</transparency/" + artefact.name() + ">; rel=\"latest-version\"");
    }
    if (artefact.name().endsWith(".csv")) {
      answer.header(
          HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + artefact.name() + "\"");
    }
    return answer.build();
  }
}
