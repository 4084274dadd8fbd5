package org.aboveboard.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a model may be served as a server runs it.
public sealed interface Released {

  /// It declares no limit that has to be shown first.
  record Needless() implements Released {}

  /// It is released.
  record Open(Release release) implements Released {}

  /// It is not; among the releases on file, this is what the best of them lacks.
  record Shut(Why why) implements Released {}

  /// What a release lacks, from the first thing that is looked at to the last.
  enum Why {
    NONE("no release of it is on file", "Measure it, and sign with './aboveboard release'"),
    OTHER_POLICY(
        "its release is of another version of the policy",
        "Measure it under this version, and sign with './aboveboard release'"),
    UNSIGNED(
        "its release is not what the person it names has signed",
        "Remove the file, and sign anew with './aboveboard release'"),
    WRONG_ROLE(
        "its release is signed in a role that may not",
        "Have it signed by the model's owner, or by who may override"),
    OTHER_LIMITS(
        "its release shows other limits than the policy declares",
        "Measure it against these limits, and sign with './aboveboard release'"),
    NOT_MET(
        "it does not keep to its limits",
        "Change the model, or have who may override it sign that, for a time and in the open"),
    MAY_NOT_OVERRIDE(
        "its limits are overridden by a role that may not",
        "Have it signed by a role that stands in 'overriddenBy'"),
    TOO_LONG(
        "its release counts for longer than one may, or from a later day",
        "Sign it for a year at most, and for 90 days where a limit is overridden"),
    OTHER_SETTINGS(
        "its release is for other settings than this server runs with",
        "Start the server with the released settings, or measure and release these"),
    RUN_OUT("its release has run out", "Measure it again, and sign with './aboveboard release'");

    private final String words;
    private final String cure;

    Why(String words, String cure) {
      this.words = words;
      this.cure = cure;
    }

    public String words() {
      return words;
    }

    public String cure() {
      return cure;
    }
  }

  /// Judges a model as a server runs it, on a day.
  static Released of(Policy policy, Model model, Release.Setting setting, LocalDate today) {
    if (model.gates().isEmpty()) {
      return new Needless();
    }
    var mine = policy.releases().stream().filter(one -> one.model().equals(model.id())).toList();
    Map<Release, Why> lacking = new HashMap<>();
    mine.forEach(
        one -> lack(policy, model, one, setting, today).ifPresent(why -> lacking.put(one, why)));
    return mine.stream()
        .filter(one -> !lacking.containsKey(one))
        .max(Comparator.comparing(Release::until).thenComparing(Release::signature))
        .<Released>map(Open::new)
        .orElseGet(() ->
            new Shut(lacking.values().stream().max(Comparator.naturalOrder()).orElse(Why.NONE)));
  }

  /// What a release lacks to let its model be served, if anything.
  static Optional<Why> lack(
      Policy policy, Model model, Release release, Release.Setting setting, LocalDate today) {
    return unsound(policy, model, release)
        .or(() -> when(!release.setting().equals(setting), Why.OTHER_SETTINGS))
        .or(() -> when(release.until().isBefore(today), Why.RUN_OUT))
        .or(() -> when(release.on().isAfter(today), Why.TOO_LONG));
  }

  private static Optional<Why> unsound(Policy policy, Model model, Release release) {
    var longest = Release.longest(release.on(), release.isOverriding());
    return when(!release.policy().equals(policy.digest()), Why.OTHER_POLICY)
        .or(() ->
            when(policy.declared().people().stream().noneMatch(release::isSignedBy), Why.UNSIGNED))
        .or(() -> when(!mayRelease(model, release.role()), Why.WRONG_ROLE))
        .or(() -> when(!shown(release).equals(model.gates()), Why.OTHER_LIMITS))
        .or(() -> when(release.limits().stream().anyMatch(Released::isFailed), Why.NOT_MET))
        .or(() ->
            when(
                release.isOverriding() && !model.overriddenBy().contains(release.role()),
                Why.MAY_NOT_OVERRIDE))
        .or(() -> when(release.until().isAfter(longest), Why.TOO_LONG));
  }

  private static Optional<Why> when(boolean is, Why why) {
    return is ? Optional.of(why) : Optional.empty();
  }

  /// Whether a role may sign a release of this model where every limit is met.
  static boolean mayRelease(Model model, String role) {
    return model.owner().equals(role) || model.overriddenBy().contains(role);
  }

  private static boolean isFailed(Release.Measured limit) {
    return !limit.isMet() && limit.override().isEmpty();
  }

  private static List<Model.Limit> shown(Release release) {
    return release.limits().stream()
        .map(Release.Measured::limit)
        .sorted(Comparator.comparing(Model.Limit::figure))
        .toList();
  }
}
