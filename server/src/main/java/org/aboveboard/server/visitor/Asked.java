package org.aboveboard.server.visitor;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.tell.Ask;

/// What this visit was asked so far. It lies in the visitor's browser alone, until they close it.
@RequestScoped
public class Asked {
  private static final String NAME = "aboveboard-asked";
  private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");
  private static final int MOST = 20;

  private final RoutingContext request;

  Asked(RoutingContext request) {
    this.request = request;
  }

  /// The visit as it is.
  public Ask.Visit visit() {
    return new Ask.Visit(
        Optional.ofNullable(request.request().getCookie(NAME)).map(Cookie::getValue).stream()
            .flatMap(value -> Stream.of(value.split("\\.", -1)))
            .filter(id -> ID.matcher(id).matches())
            .limit(MOST)
            .collect(Collectors.toSet()));
  }

  /// Begins the visit anew, as for somebody else.
  void forget() {
    keep("");
  }

  /// Notes that a purpose was asked about in full, or folded away.
  public void note(String purpose) {
    keep(String.join(".", visit().after(purpose).shown().stream().sorted().toList()));
  }

  private void keep(String shown) {
    request
        .response()
        .addCookie(
            Cookie.cookie(NAME, shown)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure("https".equals(request.request().scheme()))
                .setSameSite(CookieSameSite.LAX));
  }
}
