package org.aboveboard.policy;

/// The bookshop with one of each thing that is declared so that people and providers are treated
/// alike.
public final class Alike {
  private static final String ROW = "surfaces/home-row.yaml";
  private static final String MODEL = "models/what-goes-together.yaml";

  private Alike() {}

  /// The bookshop with one of each.
  public static Folder in(Folder folder) {
    return folder
        .write(
            "segments/age.yaml",
            """
            label: {en: Age, de: Alter}
            question: {en: How old are you?, de: Wie alt bist du?}
            answers:
              under-30: {en: Under 30, de: Unter 30}
              over-30: {en: 30 or over, de: 30 oder älter}
            purpose: fairness-audit
            smallest: 30
            """)
        .write(
            "monitors/ages.yaml",
            """
            question: {en: Does it work as well?, de: Wirkt es so gut?}
            watches: {segment: age}
            surface: home-row
            outcome: acted
            claim: {within: 0.02}
            alpha: 0.05
            every: P1D
            closes: P7D
            owner: ethics-officer
            firstAction: {en: Look., de: Schau hin.}
            """)
        .write(
            "experiments/stronger-hand.yaml",
            """
            label: {en: A stronger hand, de: Eine stärkere Hand}
            question: {en: Does it help?, de: Hilft es?}
            surface: home-row
            purpose: recommendations
            owner: model-owner
            until: 2027-06-30
            varies: correction
            arms:
              as-now: {share: 0.5, factor: 1}
              stronger: {share: 0.5, factor: 2}
            success: {en: The gap closes., de: Die Lücke schließt sich.}
            harm: {en: Fewer books are bought., de: Weniger wird gekauft.}
            """)
        .write(
            "groups/authors.yaml",
            """
            label: {en: Authors, de: Autorinnen}
            attribute: authorKnown
            values: {known: {en: known, de: bekannt}, new: {en: new, de: neu}}
            target: consumption
            """)
        .write(
            "monitors/authors.yaml",
            """
            question: {en: Are new authors shown?, de: Werden neue gezeigt?}
            watches: {groups: authors}
            surface: home-row
            outcome: exposure
            claim: {within: 0.1}
            alpha: 0.01
            every: P1D
            owner: ethics-officer
            firstAction: {en: Look., de: Schau hin.}
            """)
        .replace(ROW, "lowest: 0,", "lowest: 0.001,")
        .replace(MODEL, "limits:", "overriddenBy: [ethics-officer]\nlimits:")
        .replace(
            ROW,
            "holdout: 0.01",
            """
            holdout: 0.01
            explore: 0.02
            caps: {special: 1}
            balance: {calibration: 0.2, diversity: 0.1, popularity: 0.1, loss: 0.1}
            atLeast: {groups: publisher-size, shares: {small: 0.3}}\
            """);
  }
}
