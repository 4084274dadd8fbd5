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
/// @param clearings what each purpose that is assessed needs under the new version
/// @param asked who is asked, and who is not any more
/// @param unasked what widens a purpose that rests on consent, and is not part of what a yes agrees
///   to
/// @param deleted what is deleted at once, in words
public record Summary(
    Optional<Turn> turn,
    List<Approver> approvers,
    List<Clearing> clearings,
    List<Asked> asked,
    List<Change> unasked,
    List<String> deleted) {
  private static final int MOST_NAMED = 12;

  public Summary {
    approvers = List.copyOf(approvers);
    clearings = List.copyOf(clearings);
    asked = List.copyOf(asked);
    unasked = List.copyOf(unasked);
    deleted = List.copyOf(deleted);
  }

  static Summary of(Diff diff) {
    if (diff.isEmpty()) {
      return new Summary(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
    var versions = new Versions(diff.before(), diff.after());
    return new Summary(
        diff.turn(),
        Approver.of(versions, diff.turns()),
        Clearing.of(versions),
        Asked.of(versions, diff.changes()),
        diff.changes().stream().filter(change -> isUnasked(versions, change)).toList(),
        Deletions.of(versions));
  }

  private static boolean isUnasked(Versions versions, Change change) {
    return !change.isAgreed()
        && versions.after().purposes().stream()
            .anyMatch(purpose -> purpose.isAsked() && change.widens(purpose.id()));
  }

  /// All of it in words, a paragraph each.
  public List<String> words() {
    return turn.map(this::words).orElse(List.of("Nothing is declared differently."));
  }

  private List<String> words(Turn widest) {
    var lines = new ArrayList<String>();
    lines.add(
        switch (widest) {
          case WORDING -> "These are other words: nothing else is done with data.";
          case NARROWING -> "This narrows the policy: less is done with data, nothing more.";
          case WIDENING ->
              "This widens the policy: more is done with data, or people are protected less.";
        });
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
