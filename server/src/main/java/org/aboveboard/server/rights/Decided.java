package org.aboveboard.server.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.server.web.Problem;
import org.jspecify.annotations.Nullable;

/// What a person decided, as it is sent. What a decision does not take is refused and never
/// dropped, since it may have narrowed it or meant another.
///
/// @param decision `given`, `refused`, `withdrawn`, `paused`, `resumed`, `kept`, `off` or `on`; to
///   withdraw from what rests on an interest is to object to it
/// @param visit whether a yes ends with the visit
/// @param prompt the id of the served prompt that was answered; only a yes and a refusal have one,
///   and it says which purpose they are about
/// @param purpose what it is about; for `off` and `on` an interest, which `on` takes an objection
///   back to
/// @param surface what `off` and `on` are about
/// @param signal what `off` and `on` are about
/// @param days for `kept`: how many days at most
/// @param guardian whether somebody decided who answers for the person; with the secret key alone
record Decided(
    @Nullable String subject,
    @Nullable String purpose,
    @Nullable String surface,
    @Nullable String signal,
    @Nullable String decision,
    @Nullable String prompt,
    @Nullable Boolean visit,
    @Nullable Integer days,
    @Nullable Boolean guardian) {
  private static final List<String> PARTS = List.of("purpose", "surface", "signal");
  private static final Map<String, List<String>> TAKES =
      Map.of(
          "given", List.of("prompt", "visit"),
          "refused", List.of("prompt"),
          "withdrawn", List.of("purpose"),
          "paused", List.of(),
          "resumed", List.of(),
          "kept", List.of("purpose", "days"),
          "off", List.of("purpose", "surface", "signal"),
          "on", List.of("purpose", "surface", "signal"));

  /// The decision, once all that came with it fits.
  String fitting() {
    String said = Optional.ofNullable(decision).orElse("");
    List<String> takes = Optional.ofNullable(TAKES.get(said)).orElseThrow(() -> unknown().thrown());
    TreeSet<String> more = new TreeSet<>(sent());
    more.removeAll(takes);
    if (!more.isEmpty()) {
      throw tooMuch(said, takes, more).thrown();
    }
    if (sent().stream().filter(PARTS::contains).count() > 1) {
      throw Problem.badRequest(
              "More than one thing is named.", "Send one decision for each of them.")
          .thrown();
    }
    return said;
  }

  private static Problem unknown() {
    return Problem.badRequest(
        "The decision is not one that can be recorded.",
        "Use given, refused, withdrawn, paused, resumed, kept, off or on.");
  }

  private static Problem tooMuch(String said, List<String> takes, TreeSet<String> more) {
    return Problem.badRequest(
        "The decision " + said + " does not come with " + String.join(", ", more) + ".",
        "Leave that out"
            + (takes.contains("prompt") ? "; the prompt says what it is about" : "")
            + ". Besides subject and guardian it takes "
            + (takes.isEmpty() ? "nothing" : String.join(", ", takes))
            + ".");
  }

  /// The names of what was sent that some decisions take and others do not.
  private List<String> sent() {
    return Stream.of(
            named("purpose", purpose),
            named("surface", surface),
            named("signal", signal),
            named("prompt", prompt),
            named("visit", visit),
            named("days", days))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> named(String name, @Nullable Object value) {
    return Optional.ofNullable(value).map(_ -> name);
  }

  @Override
  public String toString() {
    return "Decided";
  }
}
