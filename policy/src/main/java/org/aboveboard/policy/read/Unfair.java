package org.aboveboard.policy.read;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Settings that other consent tools have and this one never will: each would hide or weaken a no.
///
/// They are unknown keys like any other; they are known here so that whoever looks for one learns
/// why it is not there. The rule ids are those of the list of prompt rules in the documentation.
enum Unfair {
  DP01(
      "A no is always there, beside the yes.",
      "hideno hidedecline hidedeclineall hiderejectall hiderefuse nono"
          + " mustconsent optinonly acceptonly answers buttons"),
  DP02("\"Later\" is not a no.", "later asklater askmelater noislater snooze remindme"),
  DP03(
      "A no takes one step, like a yes.",
      "confirmno stepstorefuse refuselayer secondlayerno nolink"),
  DP04(
      "Both answers look alike.",
      "primary highlight emphasis style color colour css html theme yesstyle"
          + " nostyle equalweightbuttons htmltexts"),
  DP05(
      "Nothing is chosen beforehand.",
      "default preselected prechecked checked enabled optout onbydefault"),
  DP06("One question is about one purpose.", "acceptall allowall bundle bundled together grouped"),
  DP07(
      "Only a press of yes is a yes.",
      "closemeansyes scrollmeansyes continuemeansyes implied impliedconsent"
          + " timeout autoaccept dismissmeansyes"),
  DP08(
      "What does not rest on a yes is shown as such, and is no toggle.",
      "toggle lookslikeconsent rejectconsentonly keeplegitimateinterest"),
  DP10(
      "The answers always stand in the same order.", "order buttonorder flip flipbuttons yesfirst"),
  DP11(
      "Nobody is hurried or paid to say yes.",
      "countdown timer incentive reward discount voucher urgency"),
  DP20(
      "Who said no is left in peace for the declared time.",
      "resurface resurfaceafterreject reprompt askagainonno nag"),
  L10(
      "Nobody is asked before they reach the place that needs it.",
      "onpageload onload popup modal wall overlay interstitial");

  private final String why;
  private final String keys;

  Unfair(String why, String keys) {
    this.why = why;
    this.keys = keys;
  }

  /// Why a key is not there, if it is one of these.
  static Optional<Unfair> of(String key) {
    var plain = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return Arrays.stream(values())
        .filter(rule -> List.of(rule.keys.split(" ", -1)).contains(plain))
        .findFirst();
  }

  String why() {
    return why + " (" + name() + ")";
  }
}
