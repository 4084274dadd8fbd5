package org.aboveboard.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.aboveboard.server.web.Problem;
import org.jspecify.annotations.Nullable;

/// Subject tokens for a shop's server to hand to the person's browser.
@Path("/v1/tokens")
@RunOnVirtualThread
final class TokenApi {
  private final Caller caller;
  private final SubjectTokens tokens;
  private final InstantSource clock;

  @Inject
  TokenApi(Caller caller, SubjectTokens tokens, InstantSource clock) {
    this.caller = caller;
    this.tokens = tokens;
    this.clock = clock;
  }

  /// What the shop vouches for; `authTime` is when the person last signed in.
  record Wanted(@Nullable String subject, boolean minor, @Nullable Instant authTime) {
    @Override
    public String toString() {
      return "Wanted";
    }
  }

  @POST
  public SubjectToken mint(@Nullable Wanted wanted, @Context HttpHeaders headers) {
    caller.shop(headers);
    String subject = wanted == null ? null : wanted.subject();
    if (wanted == null || subject == null || !SubjectTokens.isSubject(subject)) {
      throw Problem.badRequest(
              "The body names no subject.",
              "Send {\"subject\": \"u:\" followed by your user id}, 256 characters at most.")
          .thrown();
    }
    Optional<Instant> authTime = Optional.ofNullable(wanted.authTime());
    if (authTime.isPresent() && authTime.get().isAfter(clock.instant())) {
      throw Problem.badRequest(
              "The authTime lies ahead of our clock.", "Send when the person last signed in.")
          .thrown();
    }
    return tokens.mint(new SubjectClaims(subject, wanted.minor(), authTime));
  }
}
