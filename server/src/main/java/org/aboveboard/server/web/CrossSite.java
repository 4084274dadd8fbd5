package org.aboveboard.server.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Refuses presses of a button that came from another site.
///
/// Two walls: what the browser says about where a request comes from (`Sec-Fetch-Site`, else
/// `Origin`), and the token that only our own pages carry. It holds for every request that changes
/// something, save the API's, which reads no cookie and needs a key in each request.
final class CrossSite {
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final Visit visit;

  CrossSite(Visit visit) {
    this.visit = visit;
  }

  @WithFormRead
  @ServerRequestFilter
  public Optional<Response> check(ResteasyReactiveContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (HARMLESS.contains(request.getMethod()) || path.startsWith("/v1/")) {
      return Optional.empty();
    }
    var server = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    if (!comesFromHere(
        Optional.ofNullable(request.getHeaderString("Sec-Fetch-Site")),
        Optional.ofNullable(request.getHeaderString("Origin")),
        Optional.ofNullable(request.getHeaderString(HttpHeaders.HOST)))) {
      return Optional.of(elsewhere().response());
    }
    Object token = server.getFormParameter("token", true, false);
    return token instanceof String sent && visit.sent(sent)
        ? Optional.empty()
        : Optional.of(stale().response());
  }

  /// What the browser says; one that says nothing is left to the token.
  static boolean comesFromHere(
      Optional<String> site, Optional<String> origin, Optional<String> host) {
    return site.map(OURS::contains).orElseGet(() -> names(origin, host));
  }

  /// A page that hides where it comes from, as ours do, says `null`; then the token alone decides.
  private static boolean names(Optional<String> origin, Optional<String> host) {
    return origin
        .filter(from -> !from.equals("null"))
        .map(from -> host.filter(authority(from)::equals).isPresent())
        .orElse(true);
  }

  private static String authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static Problem elsewhere() {
    return Problem.forbidden(
        "The press came from a page of another site. Nothing was changed.",
        "Open this site itself and press the button there.");
  }

  private static Problem stale() {
    return Problem.forbidden(
        "We could not tell that the press was yours: the page was open too long, or cookies are off."
            + " Nothing was changed.",
        "Go back, load the page again, and press once more.");
  }
}
