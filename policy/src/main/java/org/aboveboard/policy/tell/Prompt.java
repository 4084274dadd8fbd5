package org.aboveboard.policy.tell;

import static org.aboveboard.policy.Spoken.say;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Retention;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Vendor;

/// The question asked at a surface for one purpose: five facts and two answers of equal weight.
///
/// All of it is made from the declaration, so it cannot promise what the server does not do, and a
/// prompt that hides or weakens the no cannot be made. It holds every word that is shown, so that
/// the same version of the policy makes the same prompt again, to the byte.
///
/// @param question what for
/// @param what is done
/// @param facts how long, with whom, and what happens on a no
/// @param yes the act
/// @param no the same act, not done
/// @param visit a yes that ends with the visit; stands in the second layer
/// @param details for each category of data, why it is needed
/// @param acts what is looked at, each of which can be switched off by itself
/// @param changed what is different from an earlier yes; empty where there was none
/// @param sighted the line that names the reader's opt-out signal, where they send one
public record Prompt(
    String surface,
    String purpose,
    String purposeDigest,
    String policyDigest,
    Language language,
    String question,
    String what,
    List<Fact> facts,
    String yes,
    String no,
    String visit,
    List<Fact> details,
    List<Act> acts,
    List<String> changed,
    Optional<String> sighted,
    Tongue.Labels labels) {

  /// A fact and what it is called.
  public record Fact(String name, String value) {}

  /// A kind of act, as a person would name it.
  public record Act(String signal, String label) {}

  /// To whom a prompt is shown.
  ///
  /// @param sighted whether the reader's browser sends an opt-out, which is then named
  /// @param agreed the digest of what the reader agreed to before, if they did
  public record Reader(Language language, boolean sighted, Optional<String> agreed) {
    /// Somebody who is asked for the first time and sends nothing.
    public static Reader of(Language language) {
      return new Reader(language, false, Optional.empty());
    }
  }

  public Prompt {
    facts = List.copyOf(facts);
    details = List.copyOf(details);
    acts = List.copyOf(acts);
    changed = List.copyOf(changed);
  }

  /// Whether this purpose may be asked about at this surface now.
  public static boolean mayAsk(Policy policy, Surface surface, Purpose purpose, Instant now) {
    return surface.canAsk()
        && surface.purposes().contains(purpose.id())
        && purpose.isAsked()
        && policy.closed(purpose, now).isEmpty();
  }

  /// The prompt for a reader.
  ///
  /// @throws IllegalArgumentException if the purpose may never be asked about there
  public static Prompt of(Policy policy, Surface surface, Purpose purpose, Reader reader) {
    if (!surface.canAsk() || !surface.purposes().contains(purpose.id()) || !purpose.isAsked()) {
      throw new IllegalArgumentException(
          say(
                  "'%s' cannot be asked at '%s': ask only for a consent purpose, at a surface",
                  purpose.id(), surface.id())
              + " that lists it, has a prompt slot and is not critical");
    }
    return new Telling(policy, reader).prompt(surface, purpose);
  }

  /// Whether it is too weighty for a row of a page, and needs one of its own: guesses about a
  /// person, or data that can hurt them.
  public static boolean needsItsOwnPage(Policy policy, Purpose purpose) {
    return purpose.isInvasive()
        || purpose.data().stream()
            .flatMap(need -> policy.category(need.category()).stream())
            .anyMatch(Category::isSensitive);
  }

  /// SHA-256 of all its words, in the order in which they stand: what a consent record cites.
  public String digest() {
    return Digest.of(words());
  }

  /// All its words and facts as canonical JSON; the answers stand in their order, the no first.
  public String words() {
    return Json.members()
        .text("format", "aboveboard-prompt-1")
        .text("surface", surface)
        .text("purpose", purpose)
        .text("purposeDigest", purposeDigest)
        .text("policyDigest", policyDigest)
        .text("language", language.code())
        .text("question", question)
        .text("what", what)
        .with("facts", facts(facts))
        .texts("answers", Stream.of(no, yes))
        .text("visit", visit)
        .with("details", facts(details))
        .with(
            "acts",
            Json.list(
                acts.stream()
                    .map(act ->
                        Json.members()
                            .text("id", act.signal())
                            .text("label", act.label())
                            .object())))
        .texts("changed", changed.stream())
        .texts("sighted", sighted.stream())
        .texts(
            "labels",
            Stream.of(
                labels.exactly(),
                labels.leaveOut(),
                labels.whole(),
                labels.fold(),
                labels.revisit(),
                labels.options(),
                labels.changed()))
        .object();
  }

  private static String facts(List<Fact> facts) {
    return Json.list(
        facts.stream()
            .map(fact ->
                Json.members().text("name", fact.name()).text("value", fact.value()).object()));
  }

  /// The first layer's texts, for whoever measures how they read.
  public List<String> firstLayer() {
    return Stream.concat(
            Stream.of(question, what), facts.stream().map(fact -> fact.name() + " " + fact.value()))
        .toList();
  }

  /// A policy told to one reader.
  private record Telling(Policy policy, Reader reader) {
    private Tongue tongue() {
      return Tongue.of(reader.language());
    }

    private String say(Text text) {
      return text.in(reader.language());
    }

    private Prompt prompt(Surface surface, Purpose purpose) {
      var tongue = tongue();
      var labels = tongue.labels();
      var act = purpose.act().map(this::say);
      return new Prompt(
          surface.id(),
          purpose.id(),
          purpose.digest(),
          policy.digest(),
          reader.language(),
          tongue.question(
              purpose.data().stream().map(need -> category(need.category())).toList(),
              say(purpose.label())),
          say(purpose.sentence()),
          List.of(
              new Fact(labels.kept(), tongue.kept(purpose.retention().longest())),
              new Fact(labels.shared(), tongue.shared(recipients(purpose))),
              new Fact(labels.ifNo(), say(purpose.ifNo()))),
          tongue.yes(act),
          tongue.no(act),
          tongue.visit(
              act, Retention.shorter(policy.asking().visitLasts(), purpose.consentLasts())),
          purpose.data().stream()
              .map(need -> new Fact(category(need.category()), say(need.because())))
              .toList(),
          acts(purpose),
          changed(purpose),
          reader.sighted() ? Optional.of(labels.sighted()) : Optional.empty(),
          labels);
    }

    private String category(String id) {
      return policy.category(id).map(Category::label).map(this::say).orElse(id);
    }

    private List<String> recipients(Purpose purpose) {
      return purpose.recipients().stream()
          .flatMap(id -> policy.vendor(id).stream())
          .map(Vendor::label)
          .map(this::say)
          .toList();
    }

    private List<Act> acts(Purpose purpose) {
      return policy.events().stream()
          .filter(event -> event.signal().filter(purpose.signals()::contains).isPresent())
          .map(event -> new Act(event.signal().orElseThrow(), say(event.label())))
          .toList();
    }

    private List<String> changed(Purpose purpose) {
      return reader
          .agreed()
          .filter(agreed -> !policy.isCovered(purpose, agreed))
          .map(agreed -> new Changed(policy, reader.language()).since(agreed, purpose))
          .orElse(List.of());
    }
  }
}
