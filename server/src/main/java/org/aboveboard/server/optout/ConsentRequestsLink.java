package org.aboveboard.server.optout;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Points browsers from a page to what is asked here.
///
/// To point there is to promise that the answers are heeded, which they are at every endpoint; it
/// can be switched off. Pages for staff ask nobody.
final class ConsentRequestsLink {
  private static final List<String> FOR_STAFF = List.of("/operate", "/styleguide");

  private final Asked asked;
  private final boolean isOn;

  ConsentRequestsLink(
      Asked asked,
      @ConfigProperty(name = "aboveboard.adpc.link", defaultValue = "true") boolean isOn) {
    this.asked = asked;
    this.isOn = isOn;
  }

  @ServerResponseFilter
  public void point(ContainerRequestContext request, ContainerResponseContext answer) {
    if (isOn && isPage(answer) && !isForStaff(request.getUriInfo().getPath())) {
      answer.getHeaders().add(HttpHeaders.LINK, "<" + target() + ">; rel=\"consent-requests\"");
    }
  }

  /// Where nothing is asked, a blank page says that the answers of old are heeded all the same.
  private String target() {
    return asked.questions().isEmpty() ? "about:blank" : ConsentRequestsApi.ADDRESS;
  }

  private static boolean isPage(ContainerResponseContext answer) {
    MediaType type = answer.getMediaType();
    return answer.getStatus() == 200 && MediaType.TEXT_HTML_TYPE.isCompatible(type);
  }

  private static boolean isForStaff(String path) {
    return FOR_STAFF.stream().anyMatch(path::startsWith);
  }
}
