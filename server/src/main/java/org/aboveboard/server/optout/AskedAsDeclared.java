package org.aboveboard.server.optout;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prompt;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.declaration.Declaration;

/// The questions that follow from the policy in force: each purpose at each surface that may ask.
///
/// An id changes whenever the prompt's digest does, so with any change of the policy.
final class AskedAsDeclared implements Asked {
  private final Declaration declaration;

  AskedAsDeclared(Declaration declaration) {
    this.declaration = declaration;
  }

  @Override
  public List<Question> questions() {
    Policy policy = declaration.policy();
    return policy.surfaces().stream().flatMap(surface -> at(policy, surface)).toList();
  }

  private static Stream<Question> at(Policy policy, Surface surface) {
    return surface.purposes().stream()
        .flatMap(id -> policy.purpose(id).stream())
        .filter(purpose -> Prompt.mayAsk(surface, purpose))
        .map(purpose -> question(policy, surface, purpose));
  }

  private static Question question(Policy policy, Surface surface, Purpose purpose) {
    Prompt prompt = Prompt.of(policy, surface, purpose, policy.organisation().language());
    String text =
        String.format(
            Locale.ROOT,
            "%s %s Kept %s. Shared %s. If you say no, %s.",
            prompt.question(),
            prompt.what(),
            prompt.kept(),
            prompt.shared(),
            prompt.ifNo());
    return Question.of(purpose.id(), prompt.digest(), text);
  }
}
