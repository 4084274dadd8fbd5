package org.aboveboard.server.manual;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Person;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Release;
import org.aboveboard.policy.Release.Setting;
import org.aboveboard.policy.Released;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Signal;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.release.Releases;
import org.aboveboard.server.run.Runs;

/// Writes the manual of a model from the policy in force, what was learnt, and the release on file.
public final class Manuals {
  private static final String SUM =
      "A score is the exact sum of what your own acts bring: for each of them its weight, times how"
          + " strongly its item goes with the one that is scored. It is no probability, and only"
          + " its order within one list means something.";

  private final Declaration declaration;
  private final Learn learn;
  private final Runs runs;
  private final Releases releases;

  public Manuals(Declaration declaration, Learn learn, Runs runs, Releases releases) {
    this.declaration = declaration;
    this.learn = learn;
    this.runs = runs;
    this.releases = releases;
  }

  /// The manuals of all declared models.
  public List<Manual> all() {
    Policy policy = declaration.now().policy();
    return policy.declared().models().stream().map(model -> of(policy, model)).toList();
  }

  public Optional<Manual> find(String id) {
    Policy policy = declaration.now().policy();
    return policy.model(id).map(model -> of(policy, model));
  }

  private Manual of(Policy policy, Model model) {
    Released released = releases.of(policy, model);
    Optional<Release> release = onFile(policy, model, released);
    return new Manual(
        model.id(),
        model.label().plain(),
        model.sentence().plain(),
        !(released instanceof Released.Shut),
        because(released),
        release.filter(_ -> released instanceof Released.Open).stream()
            .flatMap(one -> overrides(policy, one))
            .toList(),
        policy.digest(),
        role(policy, model.owner()),
        model.purposes().stream().sorted().map(id -> purpose(policy, id)).toList(),
        used(policy, model),
        policy.signals().stream()
            .filter(signal -> !model.inputs().contains(signal.id()))
            .map(Signal::id)
            .sorted()
            .toList(),
        model.prohibited().stream().sorted().map(id -> category(policy, id)).toList(),
        scale(),
        training(),
        limits(model, release),
        roles(policy, model.overriddenBy()),
        release.map(one -> signed(policy, one)),
        release.map(Release::results).orElse(Map.of()),
        Unknown.of(model, release, learn.progress().isReady(), runs.latest(1).isEmpty()));
  }

  /// The one that holds; or the latest of the model's that this policy's people signed, which may
  /// have run out or be for other settings.
  private static Optional<Release> onFile(Policy policy, Model model, Released released) {
    return switch (released) {
      case Released.Open(Release release) -> Optional.of(release);
      case Released.Needless _ -> Optional.empty();
      case Released.Shut _ ->
          policy.releases().stream()
              .filter(one -> one.model().equals(model.id()))
              .filter(one -> one.policy().equals(policy.digest()))
              .filter(one -> policy.declared().people().stream().anyMatch(one::isSignedBy))
              .max(Comparator.comparing(Release::until));
    };
  }

  private static Optional<String> because(Released released) {
    return switch (released) {
      case Released.Needless _, Released.Open _ -> Optional.empty();
      case Released.Shut(Released.Why why) -> Optional.of(why.words() + ". " + why.cure());
    };
  }

  private static Stream<Manual.Overridden> overrides(Policy policy, Release release) {
    return release.limits().stream()
        .flatMap(limit ->
            limit.override().stream()
                .map(why ->
                    new Manual.Overridden(
                        limit.limit().figure().word(),
                        person(policy, release.person()),
                        role(policy, release.role()),
                        why,
                        release.until())));
  }

  private static List<Manual.Used> used(Policy policy, Model model) {
    return policy.signals().stream()
        .filter(signal -> model.inputs().contains(signal.id()))
        .map(signal -> new Manual.Used(signal.id(), signal.verb().plain(), signal.weight()))
        .toList();
  }

  private Manual.Scale scale() {
    Setting setting = releases.setting();
    return new Manual.Scale(setting.kind(), setting.lambda(), setting.xi(), SUM);
  }

  private Manual.Training training() {
    Learn.Progress progress = learn.progress();
    return new Manual.Training(
        progress.subjects(),
        learn.snapshot().items(),
        learn.acts(),
        Math.max(0, progress.index()),
        runs.latest(1).stream()
            .map(run -> new Manual.Run(run.index(), run.at(), "/v1/receipts/" + run.index()))
            .findFirst());
  }

  private static List<Manual.Limit> limits(Model model, Optional<Release> release) {
    List<Manual.Limit> limits = new ArrayList<>();
    for (Model.Limit limit : model.gates()) {
      Optional<Release.Measured> measured =
          release.stream()
              .flatMap(one -> one.limits().stream())
              .filter(one -> one.limit().equals(limit))
              .findFirst();
      limits.add(
          new Manual.Limit(
              limit.figure().word(),
              bound(limit),
              limit.value(),
              measured.flatMap(Release.Measured::value),
              measured.map(Release.Measured::isMet)));
    }
    return limits;
  }

  private static String bound(Model.Limit limit) {
    return switch (limit.bound()) {
      case AT_LEAST -> "at least";
      case AT_MOST -> "at most";
    };
  }

  private static Manual.Signed signed(Policy policy, Release release) {
    Setting setting = release.setting();
    return new Manual.Signed(
        person(policy, release.person()),
        role(policy, release.role()),
        release.why(),
        release.on(),
        release.until(),
        release.evaluation(),
        setting.kind() + ", lambda " + setting.lambda() + ", xi " + setting.xi());
  }

  private static String purpose(Policy policy, String id) {
    return policy.purpose(id).map(Purpose::label).map(label -> label.plain()).orElse(id);
  }

  private static String category(Policy policy, String id) {
    return policy.category(id).map(Category::label).map(label -> label.plain()).orElse(id);
  }

  private static List<String> roles(Policy policy, Collection<String> ids) {
    return ids.stream().sorted().map(id -> role(policy, id)).toList();
  }

  private static String role(Policy policy, String id) {
    return policy.roles().stream()
        .filter(one -> one.id().equals(id))
        .map(Role::label)
        .map(label -> label.plain())
        .findFirst()
        .orElse(id);
  }

  private static String person(Policy policy, String id) {
    return policy.declared().people().stream()
        .filter(one -> one.id().equals(id))
        .map(Person::name)
        .findFirst()
        .orElse(id);
  }
}
