package org.aboveboard.policy.tell;

import org.aboveboard.policy.Language;

/// The sentences about fairness, each language's beside the other's, with `{}` where a declared
/// fact goes in as it is.
enum FairPhrase {
  // what people can tell of themselves
  SEGMENTS("What you can tell us of yourself", "Was du uns von dir sagen kannst"),
  ASKED("We ask you: {}", "Wir fragen dich: {}"),
  ANSWERS("You can say: {}.", "Du kannst sagen: {}."),
  VOLUNTARY(
      "You do not have to. You can take your answer back.",
      "Du musst nicht. Du kannst deine Antwort zurücknehmen."),
  NEVER_LEARNT(
      "We never learn from it. It changes nothing that you see.",
      "Wir lernen nie daraus. Es ändert nichts, was du siehst."),
  APART(
      "It lies in a store of its own. What we publish of all answers has noise in it.",
      "Sie liegt in einem eigenen Speicher. Was wir von allen Antworten zeigen, ist verrauscht."),
  SMALLEST(
      "We show no figure of fewer than {} people.",
      "Wir zeigen keine Zahl von weniger als {} Menschen."),

  // what is watched
  WATCHED("What we watch to be fair", "Worauf wir achten, um fair zu sein"),
  ANSWERS_ALARM(
      "If not, we act. For this answers: {}.", "Wenn nicht, handeln wir. Dafür steht ein: {}."),

  // what a place does with a list
  CORRECTED(
      "Who is shown too little is moved up, within a limit: {}.",
      "Wer zu wenig gezeigt wird, rückt nach oben, bis zu einer Grenze: {}."),
  AT_LEAST(
      "These get a share of the list at least: {}.", "So viel der Liste bekommen mindestens: {}."),
  BALANCED(
      "We mix the list, within a limit: {}.", "Wir mischen die Liste, bis zu einer Grenze: {}."),
  OF_YOUR_KINDS("the kinds you like", "die Arten, die du magst"),
  UNLIKE("not all alike", "nicht alles gleich"),
  LESS_KNOWN("some that few know", "manches, das wenige kennen"),
  EXPLORED(
      "In {} lists one place is drawn by chance, to find out what you like.",
      "In {} Listen ist ein Platz gelost, um zu sehen, was dir gefällt."),
  HELD_OUT(
      "For {} people we always show what all get, to compare.",
      "Bei {} Menschen zeigen wir immer, was alle sehen, zum Vergleich."),
  CAPPED(
      "One list has at most so many of a kind: {}.",
      "Eine Liste hat höchstens so viele einer Art: {}."),
  OF_100("{} of 100", "{} von 100"),
  EACH("{}: {}", "{}: {}"),

  // what is tried out
  TRIED("What we try out", "Was wir ausprobieren"),
  WANTED("We want to know: {}", "Wir wollen wissen: {}"),
  UNTIL("We try it until {}, at this place: {}.", "Wir probieren es bis {}, an diesem Ort: {}."),
  SUCCESS("We keep it if this is seen: {}", "Wir behalten es, wenn sich das zeigt: {}"),
  HARM("We stop if this is seen: {}", "Wir hören auf, wenn sich das zeigt: {}"),
  NOT_ASKING("How we ask you is never tried out.", "Wie wir dich fragen, wird nie ausprobiert."),

  // why something stands where it stands
  WHY_CORRECTED("{} must be seen", "{} sollen zu sehen sein"),
  WHY_LIFTED("{} have a place in each list", "{} haben einen Platz in jeder Liste"),
  WHY_CALIBRATED("closer to the kinds you choose", "näher an den Arten, die du wählst"),
  WHY_DIVERSE("so that not all is alike", "damit nicht alles gleich ist"),
  WHY_LESS_KNOWN("fewer people have chosen it so far", "bisher von weniger Menschen gewählt"),
  WHY_EXPLORED(
      "drawn by chance, to find out what you like", "gelost, um zu sehen, was dir gefällt"),
  WHY_CAPPED("so that not all is {}", "damit nicht alles {} ist");

  private final String english;
  private final String german;

  FairPhrase(String english, String german) {
    this.english = english;
    this.german = german;
  }

  /// The sentence with its blanks filled, in their order.
  String in(Language language, String... facts) {
    return Phrase.fill(
        switch (language) {
          case EN -> english;
          case DE -> german;
        },
        facts);
  }
}
