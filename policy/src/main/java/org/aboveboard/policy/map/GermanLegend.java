package org.aboveboard.policy.map;

import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Sensitivity;

/// German, which says "du".
record GermanLegend() implements Legend {
  private static final Words WORDS =
      new Words(
          "Wohin deine Daten gehen",
          "Schritt für Schritt: was hereinkommt, als was es behalten wird, wozu es dient, was"
              + " daraus lernt und wo du es siehst. Gemacht ist das aus denselben Dateien, die"
              + " bestimmen, was der Server tut.",
          "So steht es für dich.",
          "Datenkarte",
          "Jedes Kästchen führt zu seiner Stelle in der Liste.",
          "Als Liste",
          "Das ist zu viel für ein Bild. Wähle in der Liste eine Sache. Dann siehst du, was zu ihr"
              + " führt und von ihr weg.",
          "Nur das zeichnen",
          "Die ganze Karte",
          "Kommt von",
          "Geht zu",
          "Verantwortlich",
          "Beruht auf",
          "Daten",
          "Dazu");

  @Override
  public Language language() {
    return Language.DE;
  }

  @Override
  public Words words() {
    return WORDS;
  }

  @Override
  public String lane(Lane lane) {
    return switch (lane) {
      case COLLECTED -> "Was hereinkommt";
      case KEPT -> "Behalten als";
      case USED -> "Genutzt für";
      case MODEL -> "Gelernt von";
      case SEEN -> "Zu sehen bei";
    };
  }

  @Override
  public String kind(Kind kind) {
    return switch (kind) {
      case EVENT -> "etwas, das du tust";
      case SEGMENT -> "eine Frage, auf die du nicht antworten musst";
      case CATEGORY -> "eine Art von Daten";
      case PURPOSE -> "ein Zweck";
      case MODEL -> "ein Modell";
      case SURFACE -> "eine Stelle hier";
      case VENDOR -> "eine Firma außerhalb";
    };
  }

  @Override
  public String state(State state) {
    return switch (state) {
      case NO_TOGGLE -> "Teil des Angebots";
      case CAN_OBJECT -> "Unser eigenes Interesse; du kannst widersprechen";
      case ON -> "Wird genutzt";
      case RESTS_ON_CONSENT -> "Aus, bis du Ja sagst";
      case OFF_BY_YOU -> "Von dir ausgeschaltet";
      case OFF_FOR_ALL -> "Aus für alle";
    };
  }

  @Override
  public String drawn(State state) {
    return switch (state) {
      case NO_TOGGLE, CAN_OBJECT, ON -> "Gefüllt: wird genutzt.";
      case RESTS_ON_CONSENT -> "○ leer: aus, bis du Ja sagst.";
      case OFF_BY_YOU -> "◌ gestrichelt: von dir ausgeschaltet.";
      case OFF_FOR_ALL -> "■ gestrichelt: aus für alle.";
    };
  }

  @Override
  public String basis(Basis basis) {
    return switch (basis) {
      case CONSENT -> "deinem Ja";
      case CONTRACT -> "dem, worum du uns gebeten hast";
      case LEGAL_OBLIGATION -> "dem Gesetz, das es verlangt";
      case LEGITIMATE_INTEREST -> "unserem eigenen Interesse; du kannst widersprechen";
    };
  }

  @Override
  public String sensitivity(Sensitivity sensitivity) {
    return switch (sensitivity) {
      case ORDINARY -> "gewöhnlich";
      case SENSITIVE -> "heikel";
    };
  }

  @Override
  public String provenance(Provenance provenance) {
    return switch (provenance) {
      case PROVIDED -> "du sagst es uns";
      case OBSERVED -> "wir sehen es hier";
      case INFERRED -> "wir vermuten es";
    };
  }

  @Override
  public String noFields() {
    return "keine weiteren Felder";
  }
}
