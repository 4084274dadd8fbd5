package org.aboveboard.policy;

import java.time.Period;

/// How people are asked, whatever they are asked about.
///
/// @param perSession how many questions a visit brings at most
/// @param againAfter how long a no keeps the question away
/// @param minorsUnder the age below which somebody is not asked alone
/// @param sharedDevices whether somebody without a name may share their device, so that their yes
///   ends with the visit
/// @param visitLasts how long a yes for one visit holds at most
public record Asking(
    int perSession, Period againAfter, int minorsUnder, boolean sharedDevices, Period visitLasts) {

  /// What holds where a policy declares nothing else: the most careful of everything.
  public static final Asking USUAL = new Asking(1, Period.ofMonths(6), 16, true, Period.ofDays(1));
}
