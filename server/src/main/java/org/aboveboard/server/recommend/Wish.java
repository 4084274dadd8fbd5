package org.aboveboard.server.recommend;

import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.optout.Sent;

/// What is asked for.
///
/// @param subject the outside id of the person it is for; nobody gets the surface's fallback
/// @param n how many items
/// @param exclude ids of items not to be shown
/// @param category only items in it
/// @param context the id of the item that is being looked at
/// @param sent what came with the request of what the person says no to
/// @param minor whether the person is too young to decide alone
public record Wish(
    Surface surface,
    Optional<String> subject,
    int n,
    Set<String> exclude,
    Optional<String> category,
    Optional<String> context,
    Sent sent,
    boolean minor) {
  public Wish {
    exclude = Set.copyOf(exclude);
  }

  /// A surface's usual answer for a person.
  public static Wish of(Surface surface, Optional<String> subject) {
    return new Wish(
        surface,
        subject,
        surface.length(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Sent.NOTHING,
        false);
  }

  @Override
  public String toString() {
    return "Wish";
  }
}
