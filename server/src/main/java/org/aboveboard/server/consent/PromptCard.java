package org.aboveboard.server.consent;

import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.web.Fact;

/// The question as it is shown: one purpose, its facts, two answers that look alike.
///
/// There is no way to make one without a no, to tick it beforehand, or to style the answers.
///
/// @param id single-use id of this showing; the answer cites it
/// @param facts kept, shared, and what happens on a no
/// @param exactly what is used, and why
/// @param back page to come back to
public record PromptCard(
    String id, Prompt prompt, List<Fact> facts, List<Fact> exactly, String back) {

  public PromptCard {
    facts = List.copyOf(facts);
    exactly = List.copyOf(exactly);
  }

  /// A served prompt as it is shown.
  public static PromptCard of(Prompts.Served served, String back) {
    return of(served.id(), served.prompt(), back);
  }

  /// A prompt as it was shown, without an id to answer it by.
  public static PromptCard replayed(Prompt prompt, String back) {
    return of("", prompt, back);
  }

  private static PromptCard of(String id, Prompt prompt, String back) {
    return new PromptCard(id, prompt, facts(prompt.facts()), facts(prompt.details()), back);
  }

  private static List<Fact> facts(List<Prompt.Fact> facts) {
    return facts.stream()
        .map(fact -> new Fact(Spoken.sentence(fact.name()), fact.value()))
        .toList();
  }

  public String purpose() {
    return prompt.purpose();
  }

  public String language() {
    return prompt.language().code();
  }

  /// What is different from an earlier yes, in one line.
  public Optional<String> changed() {
    return prompt.changed().isEmpty()
        ? Optional.empty()
        : Optional.of(prompt.labels().changed() + " " + String.join("; ", prompt.changed()) + ".");
  }
}
