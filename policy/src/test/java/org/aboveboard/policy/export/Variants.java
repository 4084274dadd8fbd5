package org.aboveboard.policy.export;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signer;

/// The bookshop with more of everything that a policy can say, all at once or by chance.
public final class Variants {
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";
  private static final String ORDERS = "purposes/order-service.yaml";
  private static final String TASTE = "purposes/taste-profile.yaml";

  private record Change(String file, String before, String after) {}

  private static final List<Change> CHANGES =
      List.of(
          new Change(
              SUGGESTIONS,
              "retention: P90D",
              "retention: {events: P13M, model: P6M, answers: P1Y}"),
          new Change(SUGGESTIONS, "recipients: []", "recipients: [printer, statistics]"),
          new Change(SUGGESTIONS, "consentLasts: P1Y\n", ""),
          new Change(
              SUGGESTIONS,
              "basis: consent",
              "act: {en: \"Suggest books: yes\", de: Bücher zeigen}\nbasis: consent"),
          new Change(
              SUGGESTIONS,
              "  names: [personalization]\n  fideslang: [personalize.content.profiled]\n",
              "  names: [a, b]\n"),
          new Change(SUGGESTIONS, "minors: exclude", "minors: guardian"),
          new Change(ORDERS, "recipients: []", "recipients: [printer]"),
          new Change(
              ORDERS, "retention: P2Y", "retention: {events: P2Y, model: P2Y, answers: P30D}"),
          new Change(ORDERS, "basis: contract", "basis: legalObligation"),
          new Change(ORDERS, "explain, audit]", "explain, audit, disclose]"),
          new Change(TASTE, "number: 2", "number: 17"),
          new Change(
              "categories/basket.yaml",
              "aliases: {fideslang: [user.behavior], dpv",
              "aliases: {dpv"),
          new Change(
              "categories/ratings.yaml",
              "aliases: {fideslang: [user.behavior.media_consumption], ",
              "aliases: {"),
          new Change(
              "categories/special.yaml",
              "user.health_and_medical, user.demographic",
              "user.demographic, user.health_and_medical, user"),
          new Change(
              "events/viewed.yaml", "type: track\nnames: [Product Viewed]\n", "type: page\n"),
          new Change(
              "events/bought.yaml",
              "fields:\n",
              """
              fields:
                when:
                  path: properties.sent
                  type: time
                  category: purchases
                  purposes: [order-service]
                gift:
                  path: context.gift
                  type: flag
                  category: purchases
                  purposes: [order-service]
              """),
          new Change("surfaces/item-page.yaml", "fallback:", "signals: [purchases]\nfallback:"),
          new Change("surfaces/basket.yaml", "purposes: [recommendations]", "purposes: []"),
          new Change(
              "surfaces/home-row.yaml",
              "[taste-profile, recommendations]",
              "[recommendations, taste-profile]"),
          new Change("organisation.yaml", "storedIn: [IE]", "storedIn: [IE, DE]"),
          new Change(
              "organisation.yaml", "name: Harbour Books\n", "name: \"2020: yes, no & #1\"\n"),
          new Change("asking.yaml", "perSession: 1", "perSession: 2"),
          new Change(
              "prohibitions/nothing-sensitive-is-learnt.yaml",
              "categories: [special]",
              "categories: [special, behaviour, basket]"),
          new Change(
              "prohibitions/nothing-sensitive-is-learnt.yaml",
              "uses: [collect, serve, train, disclose]",
              "uses: [train]\npurposes: [taste-profile]"),
          new Change(
              "models/what-goes-together.yaml",
              "support: {atLeast: 5}",
              "exposure: {atLeast: 0.25}"));

  private Variants() {}

  /// Everything at once.
  public static Policy whole(Path target) {
    var folder = vendors(Signer.fresh().join(Folder.bookshop(target)));
    CHANGES.stream()
        .filter(change -> folder.text(change.file()).contains(change.before()))
        .forEach(change -> folder.replace(change.file(), change.before(), change.after()));
    return folder.read();
  }

  /// A policy by chance, the same for the same seed.
  public static Policy of(long seed, Path target) {
    RandomGenerator random = new SplittableRandom(seed);
    var folder = vendors(Folder.bookshop(target));
    CHANGES.stream()
        .filter(_ -> random.nextInt(3) == 0)
        .filter(change -> folder.text(change.file()).contains(change.before()))
        .forEach(change -> folder.replace(change.file(), change.before(), change.after()));
    return folder.read();
  }

  private static Folder vendors(Folder folder) {
    return folder
        .write(
            "vendors/printer.yaml",
            """
            label: {en: the printer, de: die Druckerei}
            party: {name: "Ink & Co", address: "4 Press Lane, Harbour Town", country: IE, email: hello@ink.example}
            role: processor
            gets: [purchases, basket]
            why: {en: They print the slip., de: Sie drucken den Zettel.}
            contractUntil: 2027-12-31
            certificates: {"ISO 27001: x": 2027-05-01}
            """)
        .write(
            "vendors/statistics.yaml",
            """
            label: {en: an institute, de: ein Institut}
            party: {name: Counting House, address: "1 Sum Street, Elsewhere", country: CH, email: hello@sum.example}
            role: jointController
            gets: [ratings]
            why: {en: "They count: stars.", de: "Sie zählen: Sterne."}
            contractUntil: 2028-01-31
            transfer: an adequacy decision
            """);
  }
}
