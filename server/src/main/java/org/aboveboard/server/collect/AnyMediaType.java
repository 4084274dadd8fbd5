package org.aboveboard.server.collect;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/// Lets an event in whose `Content-Type` header is no media type: what the body is, its bytes say.
@Singleton
final class AnyMediaType {
  private static final int BEFORE_ROUTING = 900;
  private static final Pattern WELL_FORMED =
      Pattern.compile("[\\w.+*-]+/[\\w.+*-]+(\\s*;\\s*[\\w-]+=(\"[^\"]*\"|[^\\s;\"]*))*");
  private static final Pattern EVENTS = Pattern.compile("/v1/(" + Route.CALLS + ")/?");

  void register(@Observes Filters filters) {
    filters.register(AnyMediaType::repair, BEFORE_ROUTING);
  }

  private static void repair(RoutingContext request) {
    String type = request.request().getHeader("Content-Type");
    if (type != null
        && !WELL_FORMED.matcher(type.strip()).matches()
        && EVENTS.matcher(request.normalizedPath()).matches()) {
      request.request().headers().set("Content-Type", "application/octet-stream");
    }
    request.next();
  }
}
