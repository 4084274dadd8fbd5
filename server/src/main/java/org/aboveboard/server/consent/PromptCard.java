package org.aboveboard.server.consent;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.policy.Prompt;
import org.aboveboard.server.web.Fact;

/// The question as it is shown: one purpose, its facts, two answers that look alike.
///
/// There is no way to make one without a no, to tick it beforehand, or to style the answers.
///
/// @param id single-use id of this showing; the answer cites it
/// @param facts kept, shared, and what happens on a no
/// @param exactly what is used, each with a made-up example
/// @param signal what the browser already asks of us, where it does
/// @param changed what is different from the text that was agreed to before
/// @param back page to come back to
public record PromptCard(
    String id,
    String purpose,
    String question,
    String what,
    List<Fact> facts,
    List<Fact> exactly,
    Answers answers,
    Optional<String> signal,
    Optional<String> changed,
    String back) {
  private static final String SIGNAL =
      "Your browser sends Global Privacy Control. A yes here counts for this alone.";

  public PromptCard {
    facts = List.copyOf(facts);
    exactly = List.copyOf(exactly);
    if (facts.size() < 3) {
      throw new IllegalArgumentException(
          "a prompt says how long data is kept, who gets it, and what happens on a no; " + facts);
    }
  }

  /// A served prompt as it is shown.
  ///
  /// @param signal whether the browser sends an opt-out, which is then named
  /// @param changed what is different from the text that was agreed to before
  public static PromptCard of(
      Prompts.Served served, boolean signal, Optional<String> changed, String back) {
    return of(served.id(), served.prompt(), signal, changed, back);
  }

  /// A prompt as it was shown, without an id to answer it by.
  public static PromptCard replayed(Prompt prompt, boolean signal, String back) {
    return of("", prompt, signal, Optional.empty(), back);
  }

  private static PromptCard of(
      String id, Prompt prompt, boolean signal, Optional<String> changed, String back) {
    return new PromptCard(
        id,
        prompt.purpose(),
        prompt.question(),
        prompt.what(),
        List.of(
            new Fact("Kept", prompt.kept()),
            new Fact("Shared", prompt.shared()),
            new Fact("If you say no", prompt.ifNo())),
        prompt.details().stream()
            .map(detail -> new Fact(capital(detail.category()), detail.because()))
            .toList(),
        new Answers(curly(prompt.no()), curly(prompt.yes()), Optional.empty()),
        signal ? Optional.of(SIGNAL) : Optional.empty(),
        changed,
        back);
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String curly(String words) {
    return words.replace('\'', '’');
  }

  /// The words of the two answers, the same act in both.
  ///
  /// @param visit words for a yes that ends with the visit, where that is on offer
  public record Answers(String no, String yes, Optional<String> visit) {
    public static final Answers USE = new Answers("Don’t use it", "Use it", Optional.empty());

    public Answers {
      if (no.isBlank() || yes.isBlank()) {
        throw new IllegalArgumentException("both answers need their words");
      }
    }
  }
}
