package org.aboveboard.policy.diff;

import java.util.Set;
import org.aboveboard.policy.Turn;

/// One change of a policy.
///
/// @param key where in the thing's file it stands, as in `retention.events`; empty for the whole of
///   it
/// @param purposes ids of the purposes it touches
/// @param isAgreed whether it is part of what a yes to those purposes agrees to, so that people are
///   asked again if it widens
public record Change(
    Thing thing, String key, Edit edit, Turn turn, Set<String> purposes, boolean isAgreed) {
  public Change {
    purposes = Set.copyOf(purposes);
  }

  /// What is different, in words.
  public String words() {
    return edit.words();
  }

  /// The same with the thing it is about.
  public String sentence() {
    return switch (edit) {
      case Edit.New _, Edit.Gone _ -> thing.words() + " " + words();
      case Edit.Also _, Edit.NoLonger _, Edit.Instead _, Edit.Apart _ ->
          thing.words() + ": " + words();
    };
  }

  /// Whether more is done with the data of people who said yes to a purpose than they agreed to.
  public boolean asksAgain(String purpose) {
    return isAgreed && widens(purpose);
  }

  boolean widens(String purpose) {
    return turn == Turn.WIDENING && purposes.contains(purpose);
  }
}
