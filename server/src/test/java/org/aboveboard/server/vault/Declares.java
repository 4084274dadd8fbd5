package org.aboveboard.server.vault;

import java.nio.file.Path;
import java.util.List;
import org.aboveboard.server.declaration.Draft;

/// The bookshop with segments of people in it.
public final class Declares {
  private Declares() {}

  /// The bookshop that asks for the age of its readers.
  public static Draft age(Path folder) {
    return segments(folder, List.of("age"));
  }

  /// The same with as many questions as there are ids.
  public static Draft segments(Path folder, List<String> ids) {
    Draft draft =
        Draft.of("bookshop", folder)
            .askingNobody()
            .write(
                "categories/volunteered.yaml",
                """
                label: {en: what you say of yourself, de: was du von dir sagst}
                sensitivity: ordinary
                provenance: provided
                """)
            .write(
                "purposes/fairness-audit.yaml",
                """
                number: 3
                label: {en: checking fairness, de: Prüfen auf Fairness}
                sentence:
                  en: We count if our lists work as well for some readers as for others.
                  de: Wir zählen, ob unsere Listen für alle gleich gut sind.
                basis: consent
                level: none
                uses: [collect, audit]
                data:
                  volunteered:
                    necessity: required
                    because:
                      en: We compare by what you say of yourself.
                      de: Wir vergleichen nach dem, was du von dir sagst.
                retention: P180D
                consentLasts: P1Y
                recipients: []
                owner: ethics-officer
                ifNo: {en: nothing changes for you, de: für dich ändert sich nichts}
                minors: exclude
                """);
    ids.forEach(id ->
        draft.write(
            "segments/" + id + ".yaml",
            """
            label: {en: Age, de: Alter}
            question: {en: How old are you?, de: Wie alt bist du?}
            answers:
              over-30: {en: 30 or over, de: 30 oder älter}
              under-30: {en: Under 30, de: Unter 30}
            purpose: fairness-audit
            smallest: 20
            accepted: {G-SEGMENT: Nobody watches here.}
            """));
    return draft;
  }
}
