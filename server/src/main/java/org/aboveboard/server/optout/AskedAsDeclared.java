package org.aboveboard.server.optout;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.declaration.Declaration;

/// The questions that follow from the policy in force: each purpose at each surface that may ask,
/// and the same words once.
///
/// An id changes whenever the prompt's digest does, so with any change of the policy.
public final class AskedAsDeclared implements Asked {
  private final Declaration declaration;
  private final InstantSource clock;

  public AskedAsDeclared(Declaration declaration, InstantSource clock) {
    this.declaration = declaration;
    this.clock = clock;
  }

  @Override
  public List<Question> questions() {
    Policy policy = declaration.now().policy();
    Map<String, Question> byText = new LinkedHashMap<>();
    policy.surfaces().stream()
        .flatMap(surface -> at(policy, surface))
        .forEach(
            question -> byText.putIfAbsent(question.purpose() + ": " + question.text(), question));
    return List.copyOf(byText.values());
  }

  private Stream<Question> at(Policy policy, Surface surface) {
    return surface.purposes().stream()
        .flatMap(id -> policy.purpose(id).stream())
        .filter(purpose -> Prompt.mayAsk(policy, surface, purpose, clock.instant()))
        .map(purpose -> question(policy, surface, purpose));
  }

  private static Question question(Policy policy, Surface surface, Purpose purpose) {
    Prompt.Reader reader = Prompt.Reader.of(policy.organisation().language());
    Prompt prompt = Prompt.of(policy, surface, purpose, reader);
    List<String> text = new ArrayList<>(List.of(prompt.question(), prompt.what()));
    prompt.facts().forEach(fact -> text.add(fact.name() + " " + fact.value() + "."));
    return Question.of(
        purpose.id(), prompt.digest(), text.stream().collect(Collectors.joining(" ")));
  }
}
