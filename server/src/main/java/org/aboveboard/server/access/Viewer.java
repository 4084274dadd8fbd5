package org.aboveboard.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Problem;

/// Says whose data a request is about: the token's own subject, or the one a shop names.
@Singleton
public final class Viewer {
  private final Caller caller;

  @Inject
  Viewer(Caller caller) {
    this.caller = caller;
  }

  /// The subject the request is about, if it names one. A token speaks for its own subject alone.
  public Optional<String> subject(HttpHeaders headers, Optional<String> named) {
    return switch (caller.from(headers)) {
      case Authenticated.Shop _ -> named.map(Viewer::checked);
      case Authenticated.Person(String subject, _, _) -> {
        if (named.isPresent() && !named.get().equals(subject)) {
          throw Problem.forbidden(
                  "The token speaks for another subject.",
                  "Leave the subject out, or use that subject's own token.")
              .thrown();
        }
        yield Optional.of(subject);
      }
      case Authenticated.Operator _ ->
          throw Problem.forbidden(
                  "A member of staff does not act for a subject here.",
                  "Use the shop's secret key or the subject's token.")
              .thrown();
      case Authenticated.Denied denied -> throw Caller.refusal(denied).thrown();
    };
  }

  /// Whether the caller is a person whose token says that they are a minor.
  public boolean isMinor(HttpHeaders headers) {
    return caller.from(headers) instanceof Authenticated.Person(_, boolean minor, _) && minor;
  }

  /// Whether the subject is a minor: their token says so, or the shop does that speaks for them.
  ///
  /// @param address of the request, since a parameter that is there and empty says something too
  public boolean isMinor(HttpHeaders headers, UriInfo address) {
    List<String> named = address.getQueryParameters().getOrDefault("minor", List.of());
    // all of them first: what cannot be read says nothing, least of all no
    boolean isNamed = named.stream().map(Viewer::truth).toList().contains(true);
    return isNamed || isMinor(headers);
  }

  private static boolean truth(String word) {
    return switch (word) {
      case "true" -> true;
      case "false" -> false;
      // a word of the wire, not one of ours
      default ->
          throw Problem.badRequest(
                  "minor is neither true nor false.",
                  "Send minor=true for somebody who is too young to decide alone, or leave it out.")
              .thrown();
    };
  }

  /// Whether the caller is the shop's server.
  public boolean isShop(HttpHeaders headers) {
    return caller.from(headers) instanceof Authenticated.Shop;
  }

  /// The subject the request is about, which it must name.
  public String required(HttpHeaders headers, Optional<String> named) {
    return subject(headers, named)
        .orElseThrow(() ->
            Problem.badRequest(
                    "The request does not say whom it is about.",
                    "Add subject=u: followed by your user id, or send a subject token.")
                .thrown());
  }

  private static String checked(String subject) {
    if (!SubjectTokens.isSubject(subject)) {
      throw Problem.badRequest(
              "The subject is not one we could know.",
              "Write u: and your user id, or a: and your anonymous id, 256 characters at most.")
          .thrown();
    }
    return subject;
  }
}
