package org.aboveboard.server.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.optout.Preferences;
import org.aboveboard.server.optout.Sent;

/// What became of preferences that a shop's own server passed on: each no that could be recorded,
/// and each that could not.
///
/// @param ended the purposes that a no was recorded to
/// @param unheard those of them whose end a server has not confirmed yet
/// @param owed the names of what the person ordered or the law demands, which no no ends
/// @param unknown the names that no purpose has
/// @param saysYes whether there was a yes, which is not taken
/// @param isWhole whether all of it could be read
record PreferenceChange(
    List<String> ended,
    List<String> unheard,
    List<String> owed,
    List<String> unknown,
    boolean saysYes,
    boolean isWhole) {

  /// Records what somebody's preferences say no to.
  static PreferenceChange record(
      Policy policy, String subject, Sent sent, Narrow narrow, Ends ends, How how) {
    Set<String> refused = narrow.optOuts(policy, sent).refused();
    List<String> ended = new ArrayList<>();
    List<String> unheard = new ArrayList<>();
    for (Purpose purpose : policy.purposes()) {
      if (refused.contains(purpose.id())) {
        switch (ends.end(subject, purpose, how)) {
          case Settled.Done _, Settled.Again _ -> ended.add(purpose.id());
          case Settled.Unheard _ -> unheard.add(purpose.id());
          // erased meanwhile: there is nobody left to record it of
          case Settled.NotTaken _ -> {}
        }
      }
    }
    Preferences said = sent.preferences();
    return new PreferenceChange(
        ended,
        unheard,
        Narrow.owed(policy, said.refused()),
        Narrow.unknown(policy, said.refused()),
        said.allowed().containsValue(true),
        sent.unread().isEmpty());
  }

  /// In words for the sender.
  String told() {
    List<String> told = new ArrayList<>();
    if (ended.isEmpty() && unheard.isEmpty()) {
      told.add("no no was recorded");
    }
    tell(told, "a no holds from now to ", ended);
    tell(told, "a no is written down, but a server has not confirmed it yet, to ", unheard);
    tell(told, "it cannot end what was ordered or the law demands: ", owed);
    tell(told, "no purpose here is called ", unknown);
    if (saysYes) {
      told.add("a yes needs a prompt");
    }
    if (!isWhole) {
      told.add("what could not be read counts as a no");
    }
    return "read as a preference: " + String.join("; ", told);
  }

  private static void tell(List<String> told, String what, List<String> names) {
    if (!names.isEmpty()) {
      told.add(what + String.join(", ", names));
    }
  }

  @Override
  public String toString() {
    return "PreferenceChange";
  }
}
