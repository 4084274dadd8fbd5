package org.aboveboard.server.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The session of the request at hand. A cookie is set only when something here is asked for.
@RequestScoped
public class Visit {
  private static final String NAME = "aboveboard";

  private final RoutingContext request;
  private final Sessions sessions;
  private @Nullable Session session;

  Visit(RoutingContext request, Sessions sessions) {
    this.request = request;
    this.sessions = sessions;
  }

  /// Random, the same for as long as the visit lasts; says nothing about who it is.
  public String id() {
    return here().id();
  }

  /// Who this browser is seen as, if it ever said so; asks for no cookie.
  public Optional<String> who() {
    return known().flatMap(Session::who);
  }

  /// What the forms of this page send back.
  public String token() {
    return sessions.token(here());
  }

  /// From now on this browser is `who`, under a new id, so that an old one is of no use.
  public void become(String who) {
    keep(sessions.fresh(Optional.of(who)));
  }

  /// From now on this browser is nobody.
  public void leave() {
    keep(sessions.fresh(Optional.empty()));
  }

  boolean sent(String token) {
    return known().filter(known -> sessions.isTokenOf(known, token)).isPresent();
  }

  private Session here() {
    return known().orElseGet(() -> keep(sessions.fresh(Optional.empty())));
  }

  private Optional<Session> known() {
    if (session == null) {
      session =
          Optional.ofNullable(request.request().getCookie(name()))
              .flatMap(cookie -> sessions.read(cookie.getValue()))
              .orElse(null);
    }
    return Optional.ofNullable(session);
  }

  private Session keep(Session fresh) {
    session = fresh;
    request
        .response()
        .addCookie(
            Cookie.cookie(name(), sessions.write(fresh))
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(isSecure())
                .setSameSite(CookieSameSite.LAX));
    return fresh;
  }

  /// The prefix makes a browser refuse a cookie of this name from anywhere but this host over TLS.
  private String name() {
    return isSecure() ? "__Host-" + NAME : NAME;
  }

  private boolean isSecure() {
    return "https".equals(request.request().scheme());
  }
}
