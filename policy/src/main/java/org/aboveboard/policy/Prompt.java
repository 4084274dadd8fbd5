package org.aboveboard.policy;

import static org.aboveboard.policy.Spoken.say;

import java.util.List;
import java.util.stream.Stream;

/// The question asked at a surface for one purpose: five facts and two answers of equal weight.
///
/// All of it is made from the declaration, so it cannot promise what the server does not do, and a
/// prompt that hides or weakens the no cannot be made.
///
/// @param language of the words as they are, which is the policy's
/// @param question what for
/// @param what is done
/// @param kept how long
/// @param shared with whom
/// @param ifNo what happens instead
/// @param details for each category of data, why it is needed
public record Prompt(
    String surface,
    String purpose,
    String purposeDigest,
    String policyDigest,
    String language,
    String question,
    String what,
    String kept,
    String shared,
    String ifNo,
    String yes,
    String no,
    List<Detail> details) {

  /// A category of data in words, and why the purpose cannot do without it.
  public record Detail(String category, String because) {}

  public Prompt {
    details = List.copyOf(details);
  }

  /// Whether this purpose may be asked about at this surface at all.
  public static boolean mayAsk(Surface surface, Purpose purpose) {
    return surface.canAsk()
        && surface.purposes().contains(purpose.id())
        && purpose.isAsked()
        && purpose.isOn();
  }

  /// The prompt in the language wanted, or in the policy's own: a policy has one so far.
  ///
  /// @throws IllegalArgumentException if the purpose may not be asked about there
  public static Prompt of(Policy policy, Surface surface, Purpose purpose, String language) {
    if (!mayAsk(surface, purpose)) {
      throw new IllegalArgumentException(
          say(
                  "'%s' cannot be asked at '%s': ask only for a consent purpose that is on, at a surface",
                  purpose.id(), surface.id())
              + " that lists it, has a prompt slot and is not critical");
    }
    return new Prompt(
        surface.id(),
        purpose.id(),
        purpose.digest(),
        policy.digest(),
        policy.organisation().language(),
        question(policy, purpose),
        purpose.sentence(),
        Spoken.period(purpose.retention()) + ", then erased",
        shared(purpose.recipients()),
        purpose.ifNo(),
        "Use it",
        "Don't use it",
        details(policy, purpose).toList());
  }

  /// SHA-256 of all its words and facts: what a consent record cites.
  public String digest() {
    var data =
        details.stream()
            .map(detail ->
                Json.members()
                    .text("category", detail.category())
                    .text("because", detail.because())
                    .object());
    return Digest.of(
        Json.members()
            .text("surface", surface)
            .text("purpose", purpose)
            .text("purposeDigest", purposeDigest)
            .text("policyDigest", policyDigest)
            .text("language", language)
            .text("question", question)
            .text("what", what)
            .text("kept", kept)
            .text("shared", shared)
            .text("ifNo", ifNo)
            .texts("answers", Stream.of(no, yes))
            .with("details", Json.list(data))
            .object());
  }

  private static String question(Policy policy, Purpose purpose) {
    var data = details(policy, purpose).map(Detail::category).toList();
    return say("Use your %s for %s?", Spoken.list(data), purpose.label());
  }

  private static Stream<Detail> details(Policy policy, Purpose purpose) {
    return purpose.data().stream()
        .map(need ->
            new Detail(policy.category(need.category()).orElseThrow().label(), need.because()));
  }

  private static String shared(List<String> recipients) {
    return recipients.isEmpty() ? "with no one" : "with " + Spoken.list(recipients);
  }
}
