package org.aboveboard.server.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;

/// What the last press did, on its way from the press to the next page.
///
/// It travels in a cookie that this server signed, so that nobody can put words on a page.
@RequestScoped
public class Flash {
  private static final String NAME = "aboveboard-said";
  private static final String SEPARATOR = "\n";
  private static final Duration LASTS = Duration.ofMinutes(1);

  private final RoutingContext request;
  private final Sessions sessions;

  Flash(RoutingContext request, Sessions sessions) {
    this.request = request;
    this.sessions = sessions;
  }

  /// Has the next page say this.
  public void say(Said said) {
    String words =
        said.words()
            + said.change()
                .map(link -> SEPARATOR + link.words() + SEPARATOR + link.to())
                .orElse("");
    keep(sessions.sign(words), LASTS);
  }

  /// What the press before this page had it say; it is said once.
  public Optional<Said> take() {
    Optional<Said> said =
        Optional.ofNullable(request.request().getCookie(NAME))
            .flatMap(cookie -> sessions.signed(cookie.getValue()))
            .map(words -> read(words.split(SEPARATOR, -1)));
    said.ifPresent(_ -> keep("", Duration.ZERO));
    return said;
  }

  private static Said read(String[] parts) {
    return parts.length == 3 ? Said.of(parts[0], new Link(parts[1], parts[2])) : Said.of(parts[0]);
  }

  private void keep(String value, Duration lasts) {
    request
        .response()
        .addCookie(
            Cookie.cookie(NAME, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure("https".equals(request.request().scheme()))
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(lasts.toSeconds()));
  }
}
