package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.aboveboard.server.access.Authenticated.Denied;
import org.aboveboard.server.access.Authenticated.Operator;
import org.aboveboard.server.access.Authenticated.Person;
import org.aboveboard.server.access.Authenticated.Shop;
import org.aboveboard.server.web.Problem;

/// Says who a request to our own endpoints comes from, by its `Authorization` header alone.
///
/// Read are: `Bearer` with a secret key, an operator key or a subject token, and `Basic` with a key
/// as the user name.
@Singleton
public final class Caller {
  private final Keys keys;
  private final SubjectTokens tokens;

  @Inject
  Caller(Keys keys, SubjectTokens tokens) {
    this.keys = keys;
    this.tokens = tokens;
  }

  /// Who it is; a caller without a header we can read is [Denied].
  public Authenticated from(HttpHeaders headers) {
    return Credential.in(Optional.ofNullable(headers.getHeaderString(HttpHeaders.AUTHORIZATION)))
        .map(this::known)
        .orElseGet(Caller::nobody);
  }

  /// The shop's server, or the request ends with a problem that names the cure.
  public Shop shop(HttpHeaders headers) {
    return switch (from(headers)) {
      case Shop shop -> shop;
      case Denied denied -> throw refusal(denied).thrown();
      case Person _, Operator _ ->
          throw refusal(
                  new Denied(
                      403, "Only the shop's server may do this.", "Send the secret key as Bearer."))
              .thrown();
    };
  }

  /// A member of staff, or the request ends with a problem that names the cure.
  public Operator operator(HttpHeaders headers) {
    return switch (from(headers)) {
      case Operator operator -> operator;
      case Denied denied -> throw refusal(denied).thrown();
      case Person _, Shop _ ->
          throw refusal(
                  new Denied(403, "Only staff may do this.", "Send an operator key as Bearer."))
              .thrown();
    };
  }

  /// The problem to answer a denied caller with.
  public static Problem refusal(Denied denied) {
    return denied.status() == 401
        ? Problem.unauthorized(denied.why(), denied.cure())
        : Problem.forbidden(denied.why(), denied.cure());
  }

  private Authenticated known(Credential credential) {
    return keys.recognise(credential.text())
        .map(Caller::holder)
        .orElseGet(() -> credential.looksLikeToken() ? tokens.check(credential.text()) : unknown());
  }

  private static Authenticated holder(AccessKey key) {
    return switch (key.kind()) {
      case SECRET -> new Shop(key.id());
      case OPERATOR -> new Operator(key.person().orElse(""), key.role().orElse(""));
      case WRITE ->
          new Denied(
              403,
              "A write key only adds events.",
              "Send the secret key or a subject token as Bearer.");
    };
  }

  private static Denied unknown() {
    return new Denied(
        401, "The key is not known here, or was revoked.", "Send a secret key or a subject token.");
  }

  private static Denied nobody() {
    return new Denied(
        401,
        "The request does not say who it comes from.",
        "Send Authorization: Bearer with a secret key or a subject token.");
  }
}
