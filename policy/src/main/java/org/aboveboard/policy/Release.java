package org.aboveboard.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A signed word that a model, fitted with these settings, may be served under one policy until a
/// day, with what was measured of it.
///
/// The signature is Ed25519 (RFC 8032) over the canonical JSON of everything else.
///
/// @param policy the digest of the policy whose limits it was held to
/// @param evaluation SHA-256 of the evaluation's file
/// @param limits each limit with what was measured
/// @param results what was measured for each group of people, in words; for reading alone
/// @param why in a sentence at least
/// @param on the day it was signed
/// @param until the last day on which it counts
public record Release(
    String model,
    Setting setting,
    String policy,
    String evaluation,
    List<Measured> limits,
    Map<String, String> results,
    String role,
    String person,
    String why,
    LocalDate on,
    LocalDate until,
    String signature) {
  private static final int OVERRIDDEN_DAYS = 90;

  public Release {
    limits = List.copyOf(limits);
    results = Collections.unmodifiableMap(new TreeMap<>(results));
  }

  /// How a model is fitted: its kind, its ridge, its output scale.
  public record Setting(String kind, double lambda, double xi) {

    /// Of the model over all pairs of items, which is what a server runs.
    public static Setting of(double lambda, double xi) {
      return new Setting(xi == 0 ? "EASE" : "RLAE", lambda, xi);
    }

    private String json() {
      return Json.members().text("kind", kind).decimal("lambda", lambda).decimal("xi", xi).object();
    }
  }

  /// A limit and what was measured.
  ///
  /// @param value nothing where it could not be measured; then the limit is not met
  /// @param override why it may stay unmet for a while
  public record Measured(Model.Limit limit, Optional<Double> value, Optional<String> override) {
    public boolean isMet() {
      return value.filter(limit::allows).isPresent();
    }

    private String json() {
      var json =
          Json.members().decimal(Spoken.word(limit.bound()), limit.value()).flag("met", isMet());
      value.ifPresent(it -> json.decimal("measured", it));
      override.ifPresent(it -> json.text("override", it));
      return json.object();
    }
  }

  /// Whether a limit that was not met is let through.
  public boolean isOverriding() {
    return limits.stream().anyMatch(limit -> limit.override().isPresent());
  }

  /// The latest day until which one signed on a day may count.
  public static LocalDate longest(LocalDate on, boolean isOverriding) {
    return isOverriding ? on.plusDays(OVERRIDDEN_DAYS) : on.plusYears(1);
  }

  /// What is signed.
  public byte[] signed() {
    var measured = Json.members();
    limits.forEach(limit -> measured.with(limit.limit().figure().word(), limit.json()));
    var found = Json.members();
    results.forEach(found::text);
    return Json.members()
        .text("format", "aboveboard-release-1")
        .text("model", model)
        .with("setting", setting.json())
        .text("policy", policy)
        .text("evaluation", evaluation)
        .with("limits", measured.object())
        .with("results", found.object())
        .text("role", role)
        .text("person", person)
        .text("why", why)
        .text("on", on.toString())
        .text("until", until.toString())
        .object()
        .getBytes(UTF_8);
  }

  /// The same with a signature.
  public Release with(String made) {
    return new Release(
        model, setting, policy, evaluation, limits, results, role, person, why, on, until, made);
  }

  /// Whether this person, in this role, signed it with their declared key.
  public boolean isSignedBy(Person signer) {
    return signer.id().equals(person)
        && signer.role().equals(role)
        && signer.hasSigned(signed(), signature);
  }
}
