package org.aboveboard.policy.diff;

import java.nio.file.Path;
import org.aboveboard.policy.Alike;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signer;

/// A bookshop whose policy uses every key of the language, so that each can be changed.
final class Rich {
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";

  private static final String LEES_KEY = Signer.fresh().key();

  private Rich() {}

  /// The policy, with the assessment that its invasive purpose needs.
  static Policy policy(Path target, Signer officer) {
    return Signer.assess(folder(target, officer)).read();
  }

  static Folder folder(Path target, Signer officer) {
    var folder = officer.join(Alike.in(Folder.bookshop(target)));
    purposes(folder);
    acts(folder);
    others(folder);
    return folder;
  }

  private static void purposes(Folder folder) {
    folder
        .replace(
            SUGGESTIONS,
            "retention: P90D",
            "retention: {events: P90D, model: P60D, answers: P30D}\n"
                + "act: {en: Suggest books, de: Tipps zeigen}")
        .replace(SUGGESTIONS, "recipients: []", "recipients: [printer]")
        .replace(SUGGESTIONS, "train, audit]", "train, audit, disclose]")
        .replace(SUGGESTIONS, "minors: exclude", "minors: guardian")
        .replace(SUGGESTIONS, "names: [personalization]", "names: [personalization, tips]")
        .replace(
            "purposes/order-service.yaml",
            "fideslang: [essential.service]",
            "fideslang: [essential.service, essential]")
        .replace("purposes/order-service.yaml", "dpv: [", "dpv: [\"dpv:Order\", ")
        .write(
            "purposes/basket-tips.yaml",
            """
            number: 4
            label: {en: tips at the basket, de: Tipps am Warenkorb}
            sentence: {en: We show what goes with your basket., de: Wir zeigen was dazu passt.}
            basis: legitimateInterest
            level: general
            uses: [collect, serve, explain, disclose]
            data:
              basket:
                necessity: required
                because: {en: The tips go with it., de: Die Tipps passen dazu.}
              purchases:
                necessity: optional
                because: {en: What you have is left out., de: Was du hast fehlt.}
            signals: [carts, purchases]
            retention: P14D
            recipients: [printer]
            owner: model-owner
            ifNo: {en: you see what is popular, de: du siehst was beliebt ist}
            """);
  }

  private static void acts(Folder folder) {
    folder
        .write("signals/carts.yaml", "verb: {en: took, de: genommen}\nweight: 2\n")
        .replace(
            "events/added-to-cart.yaml",
            "purposes: [order-service]\nfields",
            "signal: carts\npurposes: [order-service, basket-tips]\nfields")
        .replace(
            "events/added-to-cart.yaml",
            "category: basket\n    purposes: [order-service]",
            "category: basket\n    purposes: [order-service, basket-tips]")
        .replace(
            "events/bought.yaml",
            "purposes: [recommendations, order-service, taste-profile]",
            "purposes: [recommendations, order-service, taste-profile, basket-tips]")
        .replace("events/viewed.yaml", "[Product Viewed]", "[Product Viewed, Product Opened]")
        .write(
            "events/shelf.yaml",
            """
            label: {en: opened a shelf, de: ein Regal geöffnet}
            type: page
            category: reading-history
            purposes: [recommendations]
            """)
        .replace(
            "events/rated.yaml",
            "fields:\n",
            """
            fields:
              again:
                path: properties.again
                type: number
                category: ratings
                purposes: [recommendations]
            """)
        .write(
            "categories/novels.yaml",
            """
            label: {en: novels you open, de: Romane die du öffnest}
            sensitivity: ordinary
            provenance: observed
            parent: reading-history
            aliases: {names: [novels, prose], fideslang: [user.a, user.b], dpv: ["pd:A", "pd:B"], tcf: [1, 2]}
            """)
        .replace("surfaces/item-page.yaml", "fallback:", "signals: [views, purchases]\nfallback:")
        .replace("surfaces/basket.yaml", "[recommendations]", "[basket-tips, recommendations]");
  }

  private static void others(Folder folder) {
    folder
        .write("people/lee.yaml", "name: L. E.\nrole: data-steward\nkey: " + LEES_KEY + "\n")
        .write(
            "vendors/printer.yaml",
            """
            label: {en: a printer of letters, de: eine Druckerei}
            party: {name: Print Ltd, address: 2 Mill Lane, country: US, email: a@print.example}
            role: jointController
            gets: [purchases, ratings]
            why: {en: It prints the letters., de: Sie druckt die Briefe.}
            contractUntil: 2027-06-30
            transfer: standard clauses
            certificates: {ISO 27001: 2027-01-31}
            """)
        .write(
            "prohibitions/no-orders-learnt.yaml",
            """
            label: {en: Orders are not learnt from., de: Aus Bestellungen wird nicht gelernt.}
            categories: [basket, special]
            uses: [train, audit]
            purposes: [recommendations, basket-tips]
            """)
        .replace(
            "models/what-goes-together.yaml",
            "  support: {atLeast: 5}",
            "  support: {atLeast: 5}\n  leakage: {atMost: 0.5}");
  }
}
