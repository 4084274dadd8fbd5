package org.aboveboard.server.optout;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything a browser or another consent tool sent with one request; it can only narrow.
///
/// What could not be read is closed in here already: it says no to all it could have said no to.
///
/// @param heard the carriers that said something, readable or not
/// @param gpc whether Global Privacy Control is on, by its header or within a string
/// @param optOuts what sections of the Global Privacy Platform say no to
/// @param child whether one of them says that the person is a child
/// @param unread what could not be read, and why
public record Sent(
    Set<Carrier> heard,
    boolean gpc,
    Adpc adpc,
    Preferences preferences,
    Tcf tcf,
    Set<OptOut> optOuts,
    boolean child,
    List<Unread> unread) {

  /// Nothing came, which is not a yes either.
  public static final Sent NOTHING =
      new Sent(
          Set.of(),
          false,
          Adpc.SILENT,
          Preferences.SILENT,
          new Tcf.Silent(),
          Set.of(),
          false,
          List.of());

  /// Global Privacy Control is on, and nothing else came.
  public static final Sent GPC =
      of(Carrier.GPC, true, Adpc.SILENT, Preferences.SILENT, new Tcf.Silent());

  public Sent {
    heard = Set.copyOf(heard);
    optOuts = Set.copyOf(optOuts);
    unread = List.copyOf(unread);
  }

  static Sent of(Adpc adpc) {
    return of(Carrier.ADPC, false, adpc, Preferences.SILENT, new Tcf.Silent());
  }

  static Sent of(Preferences preferences) {
    return of(Carrier.PREFERENCES, false, Adpc.SILENT, preferences, new Tcf.Silent());
  }

  static Sent of(Carrier carrier, Tcf tcf) {
    return of(carrier, false, Adpc.SILENT, Preferences.SILENT, tcf);
  }

  static Sent ofGpp(boolean gpc, Set<OptOut> optOuts, boolean child) {
    return new Sent(
        Set.of(Carrier.GPP),
        gpc,
        Adpc.SILENT,
        Preferences.SILENT,
        new Tcf.Silent(),
        optOuts,
        child,
        List.of());
  }

  private static Sent of(
      Carrier carrier, boolean gpc, Adpc adpc, Preferences preferences, Tcf tcf) {
    return new Sent(Set.of(carrier), gpc, adpc, preferences, tcf, Set.of(), false, List.of());
  }

  /// What stands in for something that could not be read.
  static Sent closed(Unread unread) {
    Sent closed =
        switch (unread.which()) {
          case GPC -> GPC;
          case ADPC -> of(Adpc.CLOSED);
          case PREFERENCES -> of(Preferences.CLOSED);
          case TCF -> of(Carrier.TCF, new Tcf.Closed());
          case GPP ->
              ofGpp(true, Set.of(OptOut.values()), true).and(of(Carrier.GPP, new Tcf.Closed()));
        };
    return new Sent(
        closed.heard,
        closed.gpc,
        closed.adpc,
        closed.preferences,
        closed.tcf,
        closed.optOuts,
        closed.child,
        List.of(unread));
  }

  /// Both together, as of one request: every no of either stands.
  public Sent and(Sent other) {
    return new Sent(
        union(heard, other.heard),
        gpc || other.gpc,
        adpc.and(other.adpc),
        preferences.and(other.preferences),
        tcf.and(other.tcf),
        union(optOuts, other.optOuts),
        child || other.child,
        Stream.concat(unread.stream(), other.unread.stream()).distinct().toList());
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    Set<T> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }

  /// What was said yes and no to at once; the no stands.
  public Set<Conflict> conflicts() {
    return Stream.of(
            adpc.conflicts().stream().map(id -> new Conflict(Carrier.ADPC, id)),
            preferences.conflicts().stream().map(id -> new Conflict(Carrier.PREFERENCES, id)),
            tcf.disputed().stream().map(id -> new Conflict(Carrier.TCF, Integer.toString(id))))
        .flatMap(conflicts -> conflicts)
        .collect(Collectors.toSet());
  }

  /// Prints nothing of what was sent.
  @Override
  public String toString() {
    return "Sent" + heard;
  }
}
