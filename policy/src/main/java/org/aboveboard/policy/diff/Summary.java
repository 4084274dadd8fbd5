package org.aboveboard.policy.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Turn;

/// What follows from a difference between two versions of a policy.
///
/// @param turn the widest way it goes, if anything is different
/// @param approvers the roles that must agree
/// @param refused purposes under another number than before, or under another's, which no server
///   takes that knows the earlier version
/// @param switched what assessments and approvals switch on or off, though nothing else be
///   different
/// @param clearings what each purpose that is assessed needs under the new version
/// @param asked who is asked, and who is not any more
/// @param unasked what widens a purpose that rests on consent, and is not part of what a yes agrees
///   to
/// @param deleted what is deleted at once, in words
public record Summary(
    Optional<Turn> turn,
    List<Approver> approvers,
    List<Change> refused,
    List<Switched> switched,
    List<Clearing> clearings,
    List<Asked> asked,
    List<Change> unasked,
    List<String> deleted) {
  private static final int MOST_NAMED = 12;
  private static final String MORE_BY_APPROVAL =
      "what is declared is not more, but something is switched on.";

  public Summary {
    approvers = List.copyOf(approvers);
    refused = List.copyOf(refused);
    switched = List.copyOf(switched);
    clearings = List.copyOf(clearings);
    asked = List.copyOf(asked);
    unasked = List.copyOf(unasked);
    deleted = List.copyOf(deleted);
  }

  static Summary of(Diff diff) {
    var versions = new Versions(diff.before(), diff.after());
    return new Summary(
        diff.turn(),
        Approver.of(versions, diff.turns()),
        diff.changes().stream().filter(Summary::isOfNumber).toList(),
        Switched.of(versions),
        diff.isEmpty() ? List.of() : Clearing.of(versions),
        Asked.of(versions, diff.changes()),
        diff.changes().stream().filter(change -> isUnasked(versions, change)).toList(),
        Deletions.of(versions));
  }

  private static boolean isOfNumber(Change change) {
    return change.thing().part() == Part.PURPOSE && change.key().equals("number");
  }

  /// Whether nothing follows, for nothing is different.
  public boolean isEmpty() {
    return turn.isEmpty() && switched.isEmpty();
  }

  private static boolean isUnasked(Versions versions, Change change) {
    return !change.isAgreed()
        && versions.after().purposes().stream()
            .anyMatch(purpose -> purpose.isAsked() && change.widens(purpose.id()));
  }

  /// All of it in words, a paragraph each.
  public List<String> words() {
    return turn.map(this::words)
        .orElseGet(() ->
            Stream.concat(
                    Stream.of("Nothing is declared differently."),
                    switched.stream().map(Switched::words))
                .toList());
  }

  private List<String> words(Turn widest) {
    var lines = new ArrayList<String>();
    lines.add(
        switch (widest) {
          case WORDING ->
              "These are other words: "
                  + (isSwitchedOn() ? MORE_BY_APPROVAL : "nothing else is done with data.");
          case NARROWING ->
              "This narrows the policy: "
                  + (isSwitchedOn() ? MORE_BY_APPROVAL : "less is done with data, nothing more.");
          case WIDENING ->
              "This widens the policy: more is done with data, or people are protected less.";
        });
    switched.forEach(one -> lines.add(one.words()));
    if (!refused.isEmpty()) {
      lines.add(
          "No server that ran with the earlier version takes this one: a number belongs to one"
              + " purpose for ever. Mend this first: "
              + Spelled.clauses(refused.stream().map(Change::sentence).toList())
              + ".");
    }
    lines.add(
        "Must agree: " + Spelled.list(approvers.stream().map(Approver::words).toList()) + ".");
    clearings.forEach(clearing -> lines.addAll(clearing.words()));
    lines.addAll(
        asked.isEmpty()
            ? List.of("Nobody has to be asked again.")
            : asked.stream().map(Asked::words).toList());
    if (!unasked.isEmpty()) {
      lines.add(
          "It is for those who must agree to judge, since a yes is not about it and nobody is"
              + " asked: "
              + Spelled.clauses(named())
              + ".");
    }
    deleted.forEach(line -> lines.add("Deleted at once: " + line));
    return lines;
  }

  private boolean isSwitchedOn() {
    return switched.stream().anyMatch(Switched::isOn);
  }

  /// The first of those that nobody is asked about; the changes themselves list all.
  private List<String> named() {
    var sentences = unasked.stream().map(Change::sentence).toList();
    return sentences.size() <= MOST_NAMED
        ? sentences
        : Stream.concat(
                sentences.stream().limit(MOST_NAMED),
                Stream.of((sentences.size() - MOST_NAMED) + " more like these"))
            .toList();
  }
}
