package org.aboveboard.server.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/// Shows a [Problem] as a page to those who asked for a page.
final class Troubles {
  private static final Logger LOG = Logger.getLogger(Troubles.class);

  private final Frames frames;

  Troubles(Frames frames) {
    this.frames = frames;
  }

  @ServerResponseFilter
  public void show(ContainerRequestContext request, ContainerResponseContext answer) {
    if (answer.getEntity() instanceof Problem problem && wantsPage(request)) {
      String here = request.getUriInfo().getPath();
      answer.setEntity(page(here, problem).render(), null, MediaType.TEXT_HTML_TYPE);
    }
  }

  private static boolean wantsPage(ContainerRequestContext request) {
    return !request.getUriInfo().getPath().startsWith("/v1/")
        && request.getAcceptableMediaTypes().stream()
            .findFirst()
            .filter(MediaType.TEXT_HTML_TYPE::equals)
            .isPresent();
  }

  private Trouble page(String here, Problem problem) {
    boolean said = !problem.detail().equals(Problems.ofStatus(problem.status()).detail());
    return new Trouble(
        frame(here),
        said ? problem.detail() : cause(problem.status()),
        said ? problem.cure() : cure(problem.status()),
        Optional.empty(),
        Optional.of(problem.instance().replace("urn:uuid:", "")));
  }

  /// The page for trouble must not fail itself, whatever the shop's frame needs.
  private Frame frame(String here) {
    try {
      return frames.at(here);
    } catch (RuntimeException e) {
      LOG.error("The frame of a page could not be made", e);
      return Frame.of("Aboveboard", here, "");
    }
  }

  /// Words for people, where the framework has only words for programs.
  private static String cause(int status) {
    return switch (status) {
      case 404 -> "There is no page at this address.";
      case 413 -> "That was more than this page can take. Nothing was changed.";
      case 503 -> "The shop is busy or starting. Nothing was changed.";
      default ->
          status < 500
              ? "This page could not make sense of the press. Nothing was changed."
              : "We made a mistake. What you did may not have worked.";
    };
  }

  private static String cure(int status) {
    return switch (status) {
      case 404 -> "Check the address, or start from the shop.";
      case 413 -> "Send less of it.";
      case 503 -> "Wait a minute, then load the page again.";
      default ->
          status < 500
              ? "Go back, load the page again, and press once more."
              : "Load the page again. If it stays, tell us the number below.";
    };
  }
}
