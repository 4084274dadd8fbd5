package org.aboveboard.policy.tell;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.aboveboard.policy.Language;

/// The sentences of a notice, each language's beside the other's, with `{}` where a declared fact
/// goes in as it is.
enum Phrase {
  HEADING("What we do with your data", "Was wir mit deinen Daten tun"),
  LEAD("{} answers for what you read here.", "{} steht ein für das, was du hier liest."),
  MADE(
      "This page is made from the same files that decide what the server does.",
      "Diese Seite entsteht aus den Dateien, nach denen der Server entscheidet."),

  // layer 1: one line for each purpose
  LINE_YES("{}: only if you say yes.", "{}: nur, wenn du Ja sagst."),
  LINE_APPROVED(
      "{}: only if you say yes, and only once we have checked it and signed for it.",
      "{}: nur, wenn du Ja sagst, und nur, wenn wir es geprüft und dafür unterschrieben haben."),
  LINE_CONTRACT("{}: part of what you ask us for.", "{}: Teil dessen, worum du uns bittest."),
  LINE_LAW("{}: because the law asks for it.", "{}: weil das Gesetz es verlangt."),
  LINE_INTEREST(
      "{}: because we want to. You can say no.", "{}: weil wir es wollen. Du kannst Nein sagen."),
  LINE_KEPT("Kept {} at most.", "Höchstens {} behalten."),

  // layer 2: the names of a card's facts
  WHAT("What we do", "Was wir tun"),
  DATA("Data", "Daten"),
  KEPT("Kept", "Behalten"),
  SHARED("Shared", "Geteilt"),
  IF_NO("If you say no", "Wenn du Nein sagst"),
  WITHOUT("Without it", "Ohne das"),
  RESTS_ON("Rests on", "Grundlage"),
  OWNER("Answers for it", "Steht dafür ein"),
  ON_YES("your yes", "dein Ja"),
  ON_APPROVAL("your yes, and our signed approval", "dein Ja, und unsere Unterschrift"),
  ON_CONTRACT("what you asked us for", "das, worum du uns gebeten hast"),
  ON_LAW("the law", "das Gesetz"),
  ON_INTEREST(
      "our own interest; you can object", "unser eigenes Interesse; du kannst widersprechen"),

  // layer 3 of one purpose
  HAPPENS("What is done", "Was geschieht"),
  COLLECT("We note what you did: {}.", "Wir halten fest, was du getan hast: {}."),
  COLLECT_FIELDS("With it we note: {}.", "Dazu halten wir fest: {}."),
  COLLECT_NOTHING("We note nothing you do for this.", "Dafür halten wir nichts fest."),
  SERVE("We choose with it what you see here: {}.", "Damit wählen wir, was du hier siehst: {}."),
  EXPLAIN("We tell you why, if you ask.", "Wir sagen dir, warum, wenn du fragst."),
  TRAIN(
      "We learn from it, along with what others did.",
      "Wir lernen daraus, zusammen mit dem, was andere taten."),
  NO_TRAIN("We do not learn from it.", "Wir lernen nicht daraus."),
  AUDIT("We check with it that all goes right.", "Damit prüfen wir, ob alles stimmt."),
  DISCLOSE(
      "We may hand it on, but only to those named here.",
      "Wir geben es weiter, aber nur an die, die hier stehen."),
  USED("What is used, and why", "Was wir nutzen, und warum"),
  NEEDED("It does not work without this.", "Ohne das geht es nicht."),
  OPTIONAL("It works without this too.", "Es geht auch ohne."),
  LEAVE_OUT("You can leave it out.", "Du kannst es weglassen."),
  PROVIDED("You tell us.", "Du sagst es uns."),
  OBSERVED("We see it here.", "Wir sehen es hier."),
  INFERRED("We work it out from the rest.", "Wir leiten es aus dem Rest ab."),
  SENSITIVE("It can do harm in wrong hands.", "In falschen Händen kann es schaden."),
  HOW_LONG("How long it is kept", "Wie lange wir es behalten"),
  STAGE_EVENTS("What you did", "Was du getan hast"),
  STAGE_MODEL("Its part in what is learnt", "Sein Teil am Gelernten"),
  STAGE_ANSWERS("What we showed you, and why", "Was wir dir zeigten, und warum"),
  THEN_ERASED("{}, then it is erased.", "{}, dann ist es gelöscht."),
  UNLEARNT(
      "Once it is erased, what was learnt is as if we had never seen it.",
      "Ist es gelöscht, ist das Gelernte so, als hätten wir es nie gesehen."),
  SHORTER("You can have it kept for less time.", "Du kannst es kürzer behalten lassen."),
  YES_LASTS(
      "Your yes lasts {} at most. Then we ask again.",
      "Dein Ja gilt höchstens {}. Dann fragen wir neu."),
  WHO_GETS("Who gets it", "Wer es bekommt"),
  NO_ONE("No one outside gets it.", "Niemand sonst bekommt es."),
  THEY_GET("They get: {}.", "Sie bekommen: {}."),
  PROCESSOR(
      "They work for us, and do only what we say.",
      "Sie arbeiten für uns und tun nur, was wir sagen."),
  JOINT(
      "We both decide, and both answer for it.",
      "Wir entscheiden gemeinsam und stehen beide dafür ein."),
  THIRD_PARTY(
      "They decide on their own what they do with it.",
      "Sie entscheiden selbst, was sie damit tun."),
  IN_COUNTRY("They are in {}.", "Sie sitzen in {}."),
  TRANSFER(
      "The data may go there because of this: {}.",
      "Die Daten dürfen dorthin, weil es das gibt: {}."),
  BASIS("What it rests on", "Worauf es beruht"),
  BASIS_YES(
      "It rests on your yes. That is Article 6(1)(a) of the GDPR.",
      "Es beruht auf deinem Ja. Das ist Artikel 6(1)(a) der DSGVO."),
  BASIS_CONTRACT(
      "We need it to do what you asked us for. That is Article 6(1)(b) of the GDPR.",
      "Wir brauchen es für das, worum du uns bittest. Das ist Artikel 6(1)(b) der DSGVO."),
  BASIS_LAW(
      "The law asks us to do it. That is Article 6(1)(c) of the GDPR.",
      "Das Gesetz verlangt es. Das ist Artikel 6(1)(c) der DSGVO."),
  BASIS_INTEREST(
      "We do it because we want to. That is Article 6(1)(f) of the GDPR.",
      "Wir tun es, weil wir es wollen. Das ist Artikel 6(1)(f) der DSGVO."),
  WITHOUT_YES("Without your yes it is off.", "Ohne dein Ja ist es aus."),
  TAKE_BACK(
      "You can take your yes back at any time, with one press.",
      "Du kannst dein Ja immer zurücknehmen, mit einem Druck."),
  UNTIL_THEN("What we did until then stays lawful.", "Was bis dahin geschah, bleibt erlaubt."),
  SAY_NO(
      "You can object, with one press under {}.",
      "Du kannst widersprechen, mit einem Druck unter {}."),
  NO_COUNTS("A no holds at once.", "Ein Nein gilt sofort."),
  CHECKED(
      "It needs an assessment and a signed approval of this very policy. Without both it is off.",
      "Es braucht eine Prüfung und eine Unterschrift für genau diese Fassung. Ohne beides ist es"
          + " aus."),
  ASSESSED("The assessment says: {}", "Die Prüfung sagt: {}"),
  INSTEAD("What you see without it", "Was du ohne das siehst"),
  INSTEAD_POPULAR(
      "What many chose in the last {}. It is the same for all.",
      "Was viele wählten, gezählt über {}. Es ist für alle gleich."),
  INSTEAD_EDITORIAL(
      "A list in our own order. It is the same for all.",
      "Eine Liste, die wir ordnen. Sie ist für alle gleich."),
  INSTEAD_CONTEXT(
      "What goes with the page you are on. It knows nothing of you.",
      "Was zur Seite passt, auf der du bist. Es weiß nichts von dir."),
  YOUNG("Children and young people", "Kinder und Jugendliche"),
  YOUNG_OFF(
      "If we know that you are under {}, it is off.",
      "Wissen wir, dass du unter {} bist, ist es aus."),
  YOUNG_GUARDIAN(
      "If you are under {}, it is off until someone who may decide for you says yes.",
      "Bist du unter {}, ist es aus, bis jemand Ja sagt, der für dich entscheiden darf."),
  WHO_ANSWERS("Who answers for it", "Wer dafür einsteht"),

  // layer 3 of the whole
  WHO_WE_ARE("Who we are", "Wer wir sind"),
  CONTROLLER("Who decides", "Wer entscheidet"),
  ADDRESS("Address", "Adresse"),
  EMAIL("Mail", "E-Mail"),
  OFFICER("Who to ask about your data", "Wen du zu deinen Daten fragen kannst"),
  SOURCES("Where the data comes from", "Woher die Daten kommen"),
  FROM_YOU("You tell us: {}.", "Du sagst uns: {}."),
  FROM_SIGHT("We see here: {}.", "Wir sehen hier: {}."),
  FROM_GUESSES("We work out: {}.", "Wir leiten ab: {}."),
  NOT_DECLARED(
      "What is not listed on this page is not stored.",
      "Was nicht auf dieser Seite steht, wird nicht gespeichert."),
  RECIPIENTS("Who else gets data, and where it is", "Wer sonst Daten bekommt, und wo sie sind"),
  STORED_IN("We keep the data in {}.", "Wir behalten die Daten in {}."),
  NO_TRANSFER("It goes to no other country.", "Sie gehen in kein anderes Land."),
  RETENTION("How long we keep data", "Wie lange wir Daten behalten"),
  RIGHTS("What you can ask for", "Was du verlangen kannst"),
  RIGHT_ACCESS("See it", "Ansehen"),
  SAYS_ACCESS(
      "See all we hold about you under {}.", "Sieh alles, was wir von dir haben, unter {}."),
  RIGHT_COPY("Take it with you", "Mitnehmen"),
  SAYS_COPY("Load it as a file there.", "Lade es dort als Datei."),
  RIGHT_ERASE("Have it erased", "Löschen lassen"),
  SAYS_ERASE(
      "Erase all of it there. The key goes too.", "Lösche dort alles. Der Schlüssel geht mit."),
  RIGHT_PAUSE("Pause it", "Pausieren"),
  SAYS_PAUSE(
      "Pause all use there, for as long as you like.", "Halte dort alles an, so lange du magst."),
  RIGHT_WITHDRAW("Take back a yes", "Ein Ja zurücknehmen"),
  SAYS_WITHDRAW(
      "One press there. What rested on it is erased.",
      "Ein Druck dort. Was darauf beruhte, ist dann gelöscht."),
  RIGHT_WHY("Ask why", "Warum fragen"),
  SAYS_WHY(
      "See under each pick why we show it.", "Sieh bei jedem Vorschlag, warum wir ihn zeigen."),
  RIGHT_CORRECT("Have it put right", "Berichtigen lassen"),
  SAYS_CORRECT("Write to {} if something is wrong.", "Schreib an {}, wenn etwas nicht stimmt."),
  RIGHT_OBJECT("Say no to the rest", "Zum Rest Nein sagen"),
  SAYS_OBJECT_HERE(
      "What we do in our own interest ends with one press under {}.",
      "Was wir aus eigenem Interesse tun, endet mit einem Druck unter {}."),
  SAYS_OBJECT("Write to {}. A person will read it.", "Schreib an {}. Ein Mensch liest es."),
  RIGHT_COMPLAIN("Complain", "Dich beschweren"),
  SAYS_COMPLAIN(
      "You can complain to our supervisor: {}, {}.",
      "Du kannst dich bei der Aufsicht beschweren: {}, {}."),
  FREE("All of this is free.", "Das alles kostet nichts."),
  CHOSEN("How we choose what you see", "Wie wir wählen, was du siehst"),
  CHOSEN_BY(
      "A machine chooses. No person decides for you.",
      "Eine Maschine wählt aus. Kein Mensch entscheidet mit."),
  NO_EFFECT(
      "It chooses what to show you. It decides nothing else about you.",
      "Sie wählt, was sie dir zeigt. Sonst entscheidet sie nichts über dich."),
  COUNTS(
      "What you did counts in this order, the most first: {}.",
      "Was du getan hast, zählt in dieser Folge, das Meiste zuerst: {}."),
  COUNTS_ONE("What counts is this: {}.", "Es zählt allein dies: {}."),
  COUNTS_NOTHING("Nothing you did counts here.", "Nichts, was du getan hast, zählt hier."),
  TIMES("{} ({})", "{} ({})"),
  MADE_FROM("Made from: {}.", "Gemacht aus: {}."),
  MADE_FROM_NOTHING("Nothing about you goes in.", "Nichts über dich geht ein."),
  OTHERWISE("Without your yes: {}", "Ohne dein Ja: {}"),
  ASKED_NEVER("Nobody is asked here.", "Hier fragt niemand."),
  HOW_ASKED("How we ask", "Wie wir fragen"),
  ASKED_ONCE(
      "We ask only where it matters, and no more than {} in a visit.",
      "Wir fragen nur dort, wo es zählt, und höchstens {} je Besuch."),
  ONCE("once", "einmal"),
  TIMES_EACH("{} times", "{}-mal"),
  ASKED_AGAIN(
      "After a no we leave you in peace for {}.", "Nach einem Nein lassen wir dich {} in Ruhe."),
  ASKED_BROWSER(
      "If your browser asks us not to, that is a no.",
      "Bittet dein Browser uns, es zu lassen, ist das ein Nein."),
  ASKED_SHARED(
      "If we do not know your name, your yes ends with the visit. It lasts {} at most.",
      "Kennen wir deinen Namen nicht, endet dein Ja mit dem Besuch. Es hält höchstens {}."),
  ASKED_CHANGED(
      "If we want to do more than you agreed to, we ask first.",
      "Wollen wir mehr tun, als du erlaubt hast, fragen wir vorher."),
  NEVER("What never happens", "Was nie geschieht"),
  NEVER_USED("Never done with this: {}.", "Das tun wir damit nie: {}."),
  DO_COLLECT("keep it", "es behalten"),
  DO_SERVE("choose with it what you see", "damit wählen, was du siehst"),
  DO_EXPLAIN("explain with it", "damit erklären"),
  DO_TRAIN("learn from it", "daraus lernen"),
  DO_AUDIT("check with it", "damit prüfen"),
  DO_DISCLOSE("hand it on", "es weitergeben"),

  // what stands around the sentences of a page
  IN_SHORT("In short", "In Kürze"),
  EACH("One by one", "Eins nach dem anderen"),
  ALL("All the rest", "Alles Übrige"),
  ALL_ABOUT("All about it", "Alles darüber"),
  FILES("For machines, and for the record", "Für Maschinen, und für die Akten"),
  RECORD("Record of processing", "Verzeichnis der Verarbeitung"),
  MADE_FROM_POLICY("The policy this was made from", "Die Richtlinie, aus der dies entstand"),
  MEANING("Digest of its meaning", "Prüfsumme der Bedeutung"),
  BACK("What we do with your data", "Was wir mit deinen Daten tun"),
  EARLIER(
      "This is an earlier version. Another one is in force now.",
      "Das ist eine frühere Fassung. Heute gilt eine andere."),
  IN_FORCE("Read the one in force", "Lies die, die gilt"),
  STATE_OFF("Off until you say yes", "Aus, bis du Ja sagst"),
  STATE_CLOSED("Not approved, so off for all", "Nicht erlaubt, also für alle aus"),
  STATE_INTEREST(
      "Our own interest; you can object", "Unser eigenes Interesse; du kannst widersprechen"),
  STATE_PART("Part of the service", "Teil des Dienstes"),

  // what stands beside each sentence
  HELD("The server holds to it.", "Der Server hält sich daran."),
  WORD("We say so. No machine checks it.", "Das sagen wir. Keine Maschine prüft es.");

  private static final String BLANK = "{}";

  private final String english;
  private final String german;

  Phrase(String english, String german) {
    this.english = english;
    this.german = german;
  }

  /// The sentence with its blanks filled, in their order.
  String in(Language language, String... facts) {
    return fill(words(language), facts);
  }

  /// The same in every language: `right-access`.
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String words(Language language) {
    return switch (language) {
      case EN -> english;
      case DE -> german;
    };
  }

  /// Words with their blanks filled.
  static String fill(String words, String... facts) {
    return fill(words, Arrays.asList(facts).iterator());
  }

  private static String fill(String words, Iterator<String> facts) {
    var parts = List.of(words.split("[{][}]", -1));
    var filled = new StringBuilder(parts.getFirst());
    parts.stream().skip(1).forEach(part -> filled.append(facts.next()).append(part));
    if (facts.hasNext()) {
      throw new IllegalArgumentException("There is no " + BLANK + " left in: " + words);
    }
    return filled.toString();
  }
}
