package org.aboveboard.server.visitor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Lets a demonstration be seen as somebody else.
@Path("/demo/persona")
@RunOnVirtualThread
final class PersonaPage {
  private final Cast cast;
  private final Visit visit;
  private final Asked asked;

  @Inject
  PersonaPage(Cast cast, Visit visit, Asked asked) {
    this.cast = cast;
    this.visit = visit;
    this.asked = asked;
  }

  @POST
  @Operation(hidden = true)
  public Response become(
      @FormParam("persona") Optional<String> persona, @FormParam("back") Optional<String> back) {
    Member member =
        persona
            .flatMap(cast::find)
            .orElseThrow(() ->
                Problem.notFound(
                        "Nobody of that name is part of this demonstration.",
                        "Choose one of the names at the top of the page.")
                    .thrown());
    visit.become(member.subject());
    asked.forget();
    return Back.to(shared(Back.within(back, "/shop")));
  }

  /// Pages about one person's own things are not there for the next one.
  private static String shared(String back) {
    return back.startsWith("/explain/") || back.startsWith("/privacy/") ? "/shop" : back;
  }
}
