package org.aboveboard.policy.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;

/// Who is asked about a purpose because it changed, or is not asked any more.
public sealed interface Asked {
  Thing purpose();

  /// In words.
  String words();

  /// Everybody who said yes, before anything goes on that is more than they agreed to.
  ///
  /// @param about what is more
  /// @param goesOn whether what they agreed to goes on until they answer
  record Again(Thing purpose, List<Change> about, boolean goesOn) implements Asked {
    public Again {
      about = List.copyOf(about);
    }

    @Override
    public String words() {
      return "Everybody who said yes to "
          + Spelled.quoted(purpose.label())
          + " is asked again about: "
          + Spelled.clauses(about.stream().map(this::clause).toList())
          + ". Until they answer, "
          + (goesOn ? "only what they agreed to goes on." : "nothing of it goes on.");
    }

    private String clause(Change change) {
      return change.thing().equals(purpose) ? change.words() : change.sentence();
    }
  }

  /// Everybody, for the first time.
  ///
  /// @param before what it rested on until now, if there was such a purpose
  record First(Thing purpose, Optional<Basis> before) implements Asked {
    @Override
    public String words() {
      return before
              .map(basis ->
                  "Nobody has said yes to "
                      + Spelled.quoted(purpose.label())
                      + " yet: until now it rested on "
                      + Spelled.word(basis)
                      + ".")
              .orElse(Spelled.quoted(purpose.label()) + " is new.")
          + " It is on for nobody before they say yes.";
    }
  }

  /// Nobody any more, for it no longer rests on consent.
  record NoLonger(Thing purpose, Basis now) implements Asked {
    @Override
    public String words() {
      var refused =
          now == Basis.LEGITIMATE_INTEREST
              ? "Who said no stays out, who said nothing is included."
              : "It includes those who said no.";
      return "Nobody is asked about "
          + Spelled.quoted(purpose.label())
          + " any more: it rests on "
          + Spelled.word(now)
          + ". "
          + refused;
    }
  }

  static List<Asked> of(Versions versions, List<Change> changes) {
    var before = versions.before();
    var after = versions.after().after(before.purposes().stream().map(before::meaning).toList());
    var all = new ArrayList<Asked>();
    for (var purpose : after.purposes()) {
      var thing = versions.thing(Part.PURPOSE, purpose.id());
      before
          .purpose(purpose.id())
          .map(old -> changed(after, purpose, old, thing, changes))
          .orElseGet(() ->
              purpose.isAsked()
                  ? Optional.of(new First(thing, Optional.empty()))
                  : Optional.empty())
          .ifPresent(all::add);
    }
    return all;
  }

  private static Optional<Asked> changed(
      Policy after, Purpose now, Purpose old, Thing thing, List<Change> changes) {
    if (!now.isAsked()) {
      return old.isAsked() ? Optional.of(new NoLonger(thing, now.basis())) : Optional.empty();
    }
    if (!old.isAsked()) {
      return Optional.of(new First(thing, Optional.of(old.basis())));
    }
    if (after.isCovered(now, old.digest())) {
      return Optional.empty();
    }
    var about = changes.stream().filter(change -> change.asksAgain(now.id())).toList();
    return Optional.of(new Again(thing, about, after.agreements(now).contains(old.digest())));
  }
}
