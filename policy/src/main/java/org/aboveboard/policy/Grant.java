package org.aboveboard.policy;

import static org.aboveboard.policy.Spoken.say;

import com.google.errorprone.annotations.RestrictedApi;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The key an allowance carries: for one request, at most two seconds, printing nothing.
///
/// Only this package makes one. It is a class and not a record, because a record's constructor
/// would be as public as the record.
public final class Grant {

  /// The longest a grant can live.
  public static final Duration LIFE = Duration.ofSeconds(2);

  private static final long EVERYBODY = Long.MIN_VALUE;
  private static final Purpose RIGHTS = rights("your-rights", "your rights", Use.DISCLOSE);
  private static final Purpose UPKEEP = rights("upkeep", "deleting what has run out", Use.AUDIT);

  private final long subject;
  private final Purpose purpose;
  private final Use use;
  private final Optional<String> surface;
  private final String agreed;
  private final String policyDigest;
  private final long consentIndex;
  private final Instant expiry;
  private final Obligations obligations;

  private Grant(
      long subject,
      Purpose purpose,
      Use use,
      Optional<String> surface,
      String agreed,
      String policyDigest,
      long consentIndex,
      Instant expiry,
      Obligations obligations) {
    this.subject = subject;
    this.purpose = purpose;
    this.use = use;
    this.surface = surface;
    this.agreed = agreed;
    this.policyDigest = policyDigest;
    this.consentIndex = consentIndex;
    this.expiry = expiry;
    this.obligations = obligations;
  }

  static Grant forSubject(
      Question question,
      String agreed,
      String policyDigest,
      long index,
      Instant expiry,
      Obligations duties) {
    return new Grant(
        question.subject(),
        question.purpose(),
        question.use(),
        question.surface(),
        agreed,
        policyDigest,
        index,
        expiry,
        duties);
  }

  static Grant forPopulation(
      PopulationQuestion question, String policyDigest, Instant expiry, Obligations duties) {
    return new Grant(
        EVERYBODY,
        question.purpose(),
        question.use(),
        Optional.empty(),
        question.agreed(),
        policyDigest,
        question.consentIndex(),
        expiry,
        duties);
  }

  /// The key to a person's own data for that person: access, export, correction, erasure.
  @RestrictedApi(
      explanation = "acts without a decision; annotate the caller with @AuditedBypass and say why",
      allowlistAnnotations = AuditedBypass.class)
  public static Grant forRights(long subject, Policy policy, Instant now) {
    return bypass(subject, RIGHTS, Use.DISCLOSE, policy, now);
  }

  /// The key to everybody's data for deleting what has run out and for checking that it is gone.
  @RestrictedApi(
      explanation = "acts without a decision; annotate the caller with @AuditedBypass and say why",
      allowlistAnnotations = AuditedBypass.class)
  public static Grant forUpkeep(Policy policy, Instant now) {
    return bypass(EVERYBODY, UPKEEP, Use.AUDIT, policy, now);
  }

  /// Whose data it opens; nobody in particular if it is for a population.
  public OptionalLong subject() {
    return isPopulation() ? OptionalLong.empty() : OptionalLong.of(subject);
  }

  /// Whether it opens the data of all who agreed, rather than of one subject.
  public boolean isPopulation() {
    return subject == EVERYBODY;
  }

  /// Whether it serves a person's rights rather than a purpose of the organisation.
  public boolean isForRights() {
    return purpose.equals(RIGHTS);
  }

  public Purpose purpose() {
    return purpose;
  }

  public Use use() {
    return use;
  }

  public Optional<String> surface() {
    return surface;
  }

  /// The digest of the meaning that was agreed to, which may be an older and narrower one.
  public String agreed() {
    return agreed;
  }

  public String policyDigest() {
    return policyDigest;
  }

  /// The journal's number up to which consents were heard.
  public long consentIndex() {
    return consentIndex;
  }

  /// The first instant at which it opens nothing.
  public Instant expiry() {
    return expiry;
  }

  public Obligations obligations() {
    return obligations;
  }

  /// Throws unless this grant is for that use and still runs.
  public void require(Use needed, Instant now) {
    if (use != needed) {
      throw new IllegalStateException(
          say("This grant is for %s, not for %s: ask for a decision on that use", use, needed));
    }
    requireAlive(now);
  }

  /// Throws unless this grant serves a person's rights and still runs.
  public void requireRights(Instant now) {
    if (!isForRights()) {
      throw new IllegalStateException("This grant is not for a person's own request");
    }
    requireAlive(now);
  }

  @Override
  public String toString() {
    return "Grant";
  }

  private void requireAlive(Instant now) {
    if (!now.isBefore(expiry)) {
      throw new IllegalStateException("This grant has run out: ask for a new decision");
    }
  }

  private static Grant bypass(long subject, Purpose purpose, Use use, Policy policy, Instant now) {
    return new Grant(
        subject,
        purpose,
        use,
        Optional.empty(),
        "",
        policy.digest(),
        0,
        now.plus(LIFE),
        policy.everything());
  }

  private static Purpose rights(String id, String label, Use use) {
    return new Purpose(
        id,
        0,
        Text.of(Language.EN, label),
        Text.of(Language.EN, "What the law owes you, whatever you agreed to."),
        Optional.empty(),
        Basis.LEGAL_OBLIGATION,
        Level.NONE,
        Set.of(use),
        List.of(),
        Set.of(),
        Aliases.none(),
        Retention.of(Period.ZERO),
        Period.ZERO,
        List.of(),
        "",
        Text.of(Language.EN, "You always have them."),
        Minors.GUARDIAN,
        Optional.empty(),
        "");
  }
}
