package org.aboveboard.policy;

import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Why data is used: on which basis, which data, how long, seen by whom, and what if not.
///
/// @param number what stored rows call it: declared, and never given to another purpose
/// @param label a plain noun, as in "Use your ratings for *book suggestions*?"
/// @param sentence what is done, in words for the person
/// @param act the act that a yes allows, as in "*Suggest books*"; absent, "Use it"
/// @param aliases what other vocabularies and consent tools call it
/// @param consentLasts how long a yes holds at most
/// @param recipients ids of the vendors who get the data; empty is "no one"
/// @param ifNo what happens without it, in words for the person
/// @param assessment the id of its impact assessment
/// @param digest of its [Meaning]: another wording, owner or label leaves it as it is
public record Purpose(
    String id,
    int number,
    Text label,
    Text sentence,
    Optional<Text> act,
    Basis basis,
    Level level,
    Set<Use> uses,
    List<Need> data,
    Set<String> signals,
    Aliases aliases,
    Retention retention,
    Period consentLasts,
    List<String> recipients,
    String owner,
    Text ifNo,
    Minors minors,
    Optional<String> assessment,
    String digest) {

  public Purpose {
    uses = Set.copyOf(uses);
    // by name, since the order in a file has no meaning and what is told must not depend on it
    data = data.stream().sorted(Comparator.comparing(Need::category)).toList();
    signals = Set.copyOf(signals);
    recipients = recipients.stream().sorted().toList();
  }

  /// Whether a person decides it with a yes or a no.
  public boolean isAsked() {
    return basis == Basis.CONSENT;
  }

  /// Whether a person's word ends it: they take their yes back, or object to an interest of ours.
  public boolean canBeEnded() {
    return isAsked() || isInterest();
  }

  /// Whether it is an interest of ours, which a person can object to.
  public boolean isInterest() {
    return basis == Basis.LEGITIMATE_INTEREST;
  }

  /// Whether it makes guesses about a person, so that it needs an assessment and an approval.
  public boolean isInvasive() {
    return level == Level.INVASIVE;
  }

  Purpose withDigest(String digestOfMeaning) {
    return new Purpose(
        id,
        number,
        label,
        sentence,
        act,
        basis,
        level,
        uses,
        data,
        signals,
        aliases,
        retention,
        consentLasts,
        recipients,
        owner,
        ifNo,
        minors,
        assessment,
        digestOfMeaning);
  }
}
