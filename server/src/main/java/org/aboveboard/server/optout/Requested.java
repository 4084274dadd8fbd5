package org.aboveboard.server.optout;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// What came with the request at hand, read once.
@RequestScoped
public class Requested {
  private final Carriers carriers;
  private final RoutingContext request;
  private Optional<Sent> sent = Optional.empty();

  Requested(Carriers carriers, RoutingContext request) {
    this.carriers = carriers;
    this.request = request;
  }

  /// What the browser or another consent tool sent.
  public Sent sent() {
    if (sent.isEmpty()) {
      sent =
          Optional.of(
              carriers.ofRequest(
                  name -> request.request().headers().getAll(name),
                  name -> request.queryParam(name)));
    }
    return sent.get();
  }
}
