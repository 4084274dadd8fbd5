package org.aboveboard.server.optout;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What people are asked here, for browsers that answer for them: the consent requests resource of
/// Advanced Data Protection Control.
@Path(ConsentRequestsApi.ADDRESS)
@Produces(MediaType.APPLICATION_JSON)
final class ConsentRequestsApi {
  static final String ADDRESS = "/consent-requests.json";

  private final Asked asked;

  @Inject
  ConsentRequestsApi(Asked asked) {
    this.asked = asked;
  }

  /// The resource itself.
  record ConsentRequests(List<ConsentRequest> consentRequests) {}

  /// @param id changes with the words
  record ConsentRequest(String id, String text) {}

  @GET
  @Operation(
      summary = "Lists what people are asked here.",
      description =
          "An id changes when its words do. A withdrawal is heeded; a yes needs a prompt.")
  public ConsentRequests get() {
    return new ConsentRequests(
        asked.questions().stream()
            .map(question -> new ConsentRequest(question.id(), question.text()))
            .toList());
  }
}
