package org.aboveboard.server.transparency;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Problem;

/// Which version of the policy a reader gets, and in which language.
///
/// @param isInForce whether it is the one that decides now
record Edition(Policy policy, Language language, boolean isInForce) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /// What a request asks for: `policy` and `language` stand in its address.
  ///
  /// @param tags the languages its reader prefers
  /// @param match the versions it takes, as `If-Match` names them
  record Request(
      Optional<String> policy,
      Optional<String> language,
      List<String> tags,
      Optional<String> match) {
    Request {
      tags = List.copyOf(tags);
    }
  }

  /// The version in force, or the earlier one that is asked for by its digest.
  static Edition of(Declaration declaration, Request request) {
    Policy now = declaration.now().policy();
    Policy wanted =
        request
            .policy()
            .filter(digest -> !digest.equals(now.digest()))
            .map(digest -> earlier(declaration, digest))
            .orElse(now);
    return checked(now, wanted, request);
  }

  /// The version in force, or none.
  static Edition inForce(Declaration declaration, Request request) {
    Policy now = declaration.now().policy();
    if (request.policy().filter(digest -> !digest.equals(now.digest())).isPresent()) {
      throw other().thrown();
    }
    return checked(now, now, request);
  }

  private static Edition checked(Policy now, Policy wanted, Request request) {
    if (request.match().filter(tags -> !takes(tags, wanted.digest())).isPresent()) {
      throw Problem.of(
              412,
              "other-policy",
              "Artefacts are served only if their digest matches",
              "If-Match names none of the versions of the policy that would be served.",
              "Leave If-Match out, and look at the ETag of the answer.")
          .thrown();
    }
    List<String> tags =
        Stream.concat(request.language().stream(), request.tags().stream()).toList();
    return new Edition(
        wanted, wanted.organisation().spoken(tags), wanted.digest().equals(now.digest()));
  }

  private static Policy earlier(Declaration declaration, String digest) {
    return Optional.of(digest)
        .filter(it -> DIGEST.matcher(it).matches())
        .flatMap(declaration::version)
        .orElseThrow(() -> other().thrown());
  }

  private static Problem other() {
    return Problem.of(
        409,
        "other-policy",
        "Artefacts are served only if their digest matches",
        "The address asks for another version of the policy than this can be made from.",
        "Leave 'policy' out of the address to read the version in force.");
  }

  /// Whether a list of entity tags names a digest, or takes anything.
  static boolean takes(String tags, String digest) {
    return Stream.of(tags.split(",", -1))
        .map(String::strip)
        .anyMatch(tag -> tag.equals("*") || tag.equals(tag(digest)));
  }

  /// The entity tag of whatever is made from this version.
  static String tag(String digest) {
    return '"' + digest + '"';
  }

  /// What has to stand in an address to come back to it.
  String query(Language spoken) {
    return "?language=" + spoken.code() + (isInForce ? "" : "&policy=" + policy.digest());
  }
}
