package org.aboveboard.policy;

import java.time.Period;
import java.util.List;
import java.util.Set;

/// Why data is used: on which basis, which data, how long, seen by whom, and what if not.
///
/// @param number its bit in every mask, also in stored ones: declared, below 64, never used again
/// @param label a plain noun, as in "Use your ratings for *book suggestions*?"
/// @param sentence what is done, in words for the person
/// @param aliases what other consent tools call it
/// @param consentLasts how long a yes holds at most
/// @param recipients who else gets the data; empty is "no one"
/// @param ifNo what happens without it, in words for the person
/// @param approved whether an approval is on file; an invasive purpose is off without
/// @param digest of its meaning: another wording, owner or label leaves it as it is
public record Purpose(
    String id,
    int number,
    String label,
    String sentence,
    Basis basis,
    Level level,
    Set<Use> uses,
    List<Need> data,
    Set<String> signals,
    Set<String> aliases,
    Period retention,
    Period consentLasts,
    List<String> recipients,
    String owner,
    String ifNo,
    boolean approved,
    String digest) {

  public Purpose {
    uses = Set.copyOf(uses);
    data = List.copyOf(data);
    signals = Set.copyOf(signals);
    aliases = Set.copyOf(aliases);
    recipients = List.copyOf(recipients);
  }

  /// Its place in a mask of purposes.
  public long bit() {
    return 1L << number;
  }

  /// Whether a person decides it with a yes or a no.
  public boolean isAsked() {
    return basis == Basis.CONSENT;
  }

  /// Whether it is switched on at all: an invasive purpose needs an approval.
  public boolean isOn() {
    return level != Level.INVASIVE || approved;
  }

  Purpose withDigest(String digestOfMeaning) {
    return new Purpose(
        id,
        number,
        label,
        sentence,
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
        approved,
        digestOfMeaning);
  }
}
