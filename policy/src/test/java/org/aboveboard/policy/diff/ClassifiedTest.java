package org.aboveboard.policy.diff;

import static org.aboveboard.policy.Turn.NARROWING;
import static org.aboveboard.policy.Turn.WIDENING;
import static org.aboveboard.policy.Turn.WORDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Signer;
import org.aboveboard.policy.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which way each key goes, written out; one change of one file at a time, there and back.
final class ClassifiedTest {
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";
  private static final String TASTE = "purposes/taste-profile.yaml";
  private static final String TIPS = "purposes/basket-tips.yaml";
  private static final String ORDERS = "purposes/order-service.yaml";

  @TempDir private Path target;

  private final Signer officer = Signer.fresh();
  private int copies;

  @Test
  void moreDataForMoreAndForLongerIsWider() {
    isMore(SUGGESTIONS, "retention.events", "events: P90D", "events: P180D");
    isMore(SUGGESTIONS, "retention.model", "model: P60D", "model: P61D");
    isMore(SUGGESTIONS, "retention.answers", "answers: P30D", "answers: P31D");
    isMore(ORDERS, "uses", "explain, audit]", "explain, audit, disclose]");
    isMore(ORDERS, "recipients", "recipients: []", "recipients: [printer]");
    isMore(TIPS, "signals", "signals: [carts]", "signals: [carts, purchases]");
    isMore(
        TIPS,
        "data",
        "signals:",
        "  ratings:\n    necessity: optional\n    because: {en: a, de: b}\nsignals:");
    isMore(SUGGESTIONS, "consentLasts", "P1Y", "P2Y");
    isMore(SUGGESTIONS, "minors", "minors: exclude", "minors: guardian");
  }

  @Test
  void whatCanBeLongerIsWiderAndNothingIsShorterBothWays() {
    lengths("P89D", "P3M", NARROWING);
    lengths("P3M", "P92D", NARROWING);
    lengths("P1Y", "P366D", NARROWING);
    lengths("P1M", "P1M1D", NARROWING);
    lengths("P90D", "P3M", WIDENING);
    lengths("P365D", "P1Y", NARROWING);
    lengths("P730D", "P2Y", NARROWING);
  }

  /// The second can be longer than the first, which goes that way back.
  private void lengths(String one, String other, Turn back) {
    turns(
        SUGGESTIONS,
        "retention.answers",
        WIDENING,
        back,
        folder -> folder.replace(SUGGESTIONS, "answers: P30D", "answers: " + one),
        folder -> folder.replace(SUGGESTIONS, "answers: " + one, "answers: " + other));
  }

  @Test
  void aPurposeWithoutConsentIsWider() {
    turns(
        SUGGESTIONS,
        "basis",
        WIDENING,
        NARROWING,
        _ -> {},
        folder ->
            folder
                .replace(SUGGESTIONS, "basis: consent", "basis: legitimateInterest")
                .replace(SUGGESTIONS, "consentLasts: P1Y\n", "")
                .replace(SUGGESTIONS, "act: {en: Suggest books, de: Tipps zeigen}", ""));
    isOther(ORDERS, "basis", "basis: contract", "basis: legalObligation");
    isOther(ORDERS, "basis", "basis: contract", "basis: legitimateInterest");
  }

  @Test
  void moreAboutAPersonIsWiderAndSoIsTheLossOfItsGuards() {
    isMore(SUGGESTIONS, "level", "level: context", "level: general");
    assertThat(levels(TIPS, "level: general", "level: context"))
        .containsExactly(NARROWING, WIDENING);
    assertThat(levels(TIPS, "level: context", "level: none")).containsExactly(NARROWING);
    assertThat(levels(TASTE, "level: invasive", "level: general"))
        .containsExactly(NARROWING, WIDENING);
    assertThat(levels(SUGGESTIONS, "level: general", "level: invasive"))
        .containsExactly(WIDENING, NARROWING);
  }

  private List<Turn> levels(String file, String one, String other) {
    var folder = folder();
    var text = folder.text(file).replaceAll("level: [a-z]+", one);
    var before = folder.write(file, text).read();
    var after = folder.write(file, text.replace(one, other)).read();
    return at(Diff.of(before, after), file, "level").stream().map(Change::turn).toList();
  }

  @Test
  void whatAPersonCannotLeaveOutAnyMoreIsWider() {
    isMore(TIPS, "data.purchases.necessity", "necessity: optional", "necessity: required");
  }

  @Test
  void whatAProhibitionKeptOffAndComesOnIsWider() {
    var audited = folder().replace(TIPS, "explain, disclose]", "explain, audit, disclose]");
    var before = audited.read();
    var after = audited.replace(TIPS, "necessity: required", "necessity: optional").read();
    var diff = Diff.of(before, after);
    assertThat(at(diff, TIPS, "data.basket.necessity"))
        .extracting(Change::turn)
        .containsExactly(NARROWING);
    assertThat(at(diff, TIPS, ""))
        .extracting(Change::words)
        .containsExactly("open to it is also to audit");
  }

  @Test
  void aGuardThatGoesIsWider() {
    isMore(TASTE, "assessment", "assessment: taste\n", "");
    isMore(SUGGESTIONS, "aliases.names", "[personalization, tips]", "[tips]");
    isMore(SUGGESTIONS, "aliases.fideslang", "[personalize.content.profiled]", "[]");
    isMore(SUGGESTIONS, "aliases.tcf", "[5, 6]", "[6]");
    isMore(
        "categories/ratings.yaml", "aliases.fideslang", "[user.behavior.media_consumption]", "[]");
    isWords(SUGGESTIONS, "aliases.dpv", "dpv:Provide", "dpv:Give");
    isWords(
        ORDERS,
        "aliases.fideslang",
        "[essential.service, essential]",
        "[essential, essential.service]");
    isWords(
        ORDERS,
        "aliases.dpv",
        "[\"dpv:Order\", \"dpv:ServiceProvision\"]",
        "[\"dpv:ServiceProvision\", \"dpv:Order\"]");
  }

  @Test
  void rowsUnderAnotherNumberAreAnothersRows() {
    isOther(SUGGESTIONS, "number", "number: 0", "number: 17");
    var before = folder().read();
    var after =
        folder()
            .replace(ORDERS, "number: 1", "number: 17")
            .replace(TIPS, "number: 4", "number: 1")
            .read();
    assertThat(at(Diff.of(before, after), TIPS, "number"))
        .extracting(Change::words)
        .containsExactly(
            "its number in stored rows is 1 instead of 4",
            "its number also is that of \"your orders\"");
  }

  @Test
  void wordsAndOwnersAreWords() {
    isWords(SUGGESTIONS, "label", "en: book suggestions", "en: book ideas");
    isWords(SUGGESTIONS, "sentence", "Dann zeigen", "So zeigen");
    isWords(SUGGESTIONS, "act", "en: Suggest books", "en: Find books");
    isWords(SUGGESTIONS, "act", "act: {en: Suggest books, de: Tipps zeigen}\n", "");
    isWords(SUGGESTIONS, "ifNo", "you see what is popular", "you see what sells");
    isWords(SUGGESTIONS, "owner", "owner: model-owner", "owner: data-steward");
    isWords(SUGGESTIONS, "data.purchases.because", "show what you like", "tell what you like");
    isWords("events/viewed.yaml", "label", "opened a book's page", "looked at a book");
    isWords("categories/ratings.yaml", "label", "en: ratings", "en: stars");
    isWords("categories/ratings.yaml", "aliases.dpv", "pd:Like", "pd:Dislike");
    isWords("signals/views.yaml", "verb", "en: viewed", "en: opened");
    isWords("models/what-goes-together.yaml", "sentence", "It counts", "It adds up");
    isWords("models/what-goes-together.yaml", "owner", "model-owner", "data-steward");
    isWords("vendors/printer.yaml", "why", "prints the", "prints all");
    isWords("assessments/taste.yaml", "conclusion", "near to faith", "close to faith");
    isWords("assessments/taste.yaml", "by", "by: ethics-officer", "by: data-steward");
    isWords("assessments/taste.yaml", "on", "on: 2026-11-02", "on: 2026-11-03");
    isWords("prohibitions/no-orders-learnt.yaml", "label", "Orders are", "An order is");
  }

  @Test
  void anActOrAFieldThatIsAnotherIsAskedAbout() {
    isOther("events/viewed.yaml", "type", "type: track", "type: screen");
    isOther("events/viewed.yaml", "item", "properties.product_id", "properties.id");
    isOther("events/viewed.yaml", "signal", "signal: views", "signal: purchases");
    isOther("events/viewed.yaml", "signal", "signal: views\n", "");
    isOther("events/viewed.yaml", "category", "reading-history", "purchases");
    isOther("events/rated.yaml", "fields.value.path", "properties.rating", "properties.stars");
    isOther(
        "events/rated.yaml",
        "fields.value.category",
        "category: ratings\n    purposes: [recommendations, taste",
        "category: purchases\n    purposes: [recommendations, taste");
    turns(
        "events/bought.yaml",
        "fields.total.type",
        WIDENING,
        WIDENING,
        _ -> {},
        folder ->
            folder
                .replace("events/bought.yaml", "type: number", "type: text")
                .replace("events/bought.yaml", "    least: 0\n    most: 100000\n", ""));
  }

  @Test
  void lessOfAnActIsLessWhereNobodyAgreedToIt() {
    isMore("events/bought.yaml", "fields.total.most", "most: 100000", "most: 200000");
    isMore("events/bought.yaml", "fields.total.least", "least: 0", "least: -1");
    isMore(
        "events/added-to-cart.yaml", "names", "[Product Added]", "[Product Added, Product Taken]");
  }

  @Test
  void lessOfAnActIsAskedAboutWhereSomebodyAgreedToIt() {
    isOther("events/rated.yaml", "fields.value.most", "most: 5", "most: 10");
    isOther("events/viewed.yaml", "names", "[Product Viewed, Product Opened]", "[Product Viewed]");
    isOther("events/shelf.yaml", "names", "type: page", "type: page\nnames: [Shelf]");
    var before = folder().read();
    var after = folder().replace("events/rated.yaml", "most: 5", "most: 4").read();
    assertThat(at(Diff.of(before, after), "events/rated.yaml", "fields.value.most"))
        .extracting(Change::words)
        .containsExactly(
            "\"value\" is believed up to 4 instead of 5 (less, but not what was agreed to)");
  }

  @Test
  void anActForOneMorePurposeIsWider() {
    isMore(
        "events/added-to-cart.yaml",
        "fields.quantity.purposes",
        "category: basket\n    purposes: [order-service]",
        "category: basket\n    purposes: [order-service, basket-tips]");
    isMore(
        "events/shelf.yaml", "purposes", "[recommendations]", "[recommendations, taste-profile]");
    isMore(
        "events/shelf.yaml",
        "fields",
        "purposes: [recommendations]\n",
        "purposes: [recommendations]\n"
            + "fields: {kind: {path: properties.k, type: text, category: reading-history, purposes:"
            + " [recommendations]}}\n");
  }

  @Test
  void whatCanHurtMoreOrLessThanWasToldIsAskedAbout() {
    isOther("categories/ratings.yaml", "sensitivity", "ordinary", "sensitive");
    isOther("categories/ratings.yaml", "provenance", "provided", "inferred");
    isMore("categories/novels.yaml", "provenance", "observed", "inferred");
    // Nobody agreed to it, so a warning more is only a guard more.
    isMore("categories/special.yaml", "sensitivity", "sensitive", "ordinary");
    isMore("categories/purchases.yaml", "parent", "parent: behaviour\n", "");
    isOther("categories/purchases.yaml", "parent", "parent: behaviour", "parent: special");
  }

  @Test
  void whatCountsMoreIsWider() {
    isMore("signals/views.yaml", "weight", "weight: 1", "weight: 2");
    isMore("signals/ratings.yaml", "counts", "atLeast: 4", "atLeast: 3");
    isMore("signals/ratings.yaml", "counts", "counts:\n  field: value\n  atLeast: 4", "");
    isOther("signals/ratings.yaml", "counts", "field: value", "field: again");
  }

  @Test
  void aModelThatKnowsMoreIsWider() {
    var file = "models/what-goes-together.yaml";
    isMore(file, "inputs", "[views, purchases, ratings]", "[views, purchases, ratings, carts]");
    isMore(file, "prohibited", "[special, taste]", "[taste]");
    isMore(file, "limits.support", "atLeast: 5", "atLeast: 4");
    isMore(file, "limits.leakage", "atMost: 0.5", "atMost: 0.6");
    isMore(file, "limits", "  leakage: {atMost: 0.5}", "");
    isMoreThere(
        "models/more.yaml",
        """
        label: {en: More, de: Mehr}
        sentence: {en: It learns more., de: Es lernt mehr.}
        owner: model-owner
        purposes: [recommendations]
        inputs: [views]
        """);
  }

  @Test
  void aSurfaceThatShowsOrAsksMoreIsWider() {
    isMore(
        "surfaces/home-row.yaml",
        "purposes",
        "[taste-profile, recommendations]",
        "[taste-profile, recommendations, basket-tips]");
    isMore(
        "surfaces/home-row.yaml",
        "purposes",
        "[recommendations, taste-profile]",
        "[taste-profile, recommendations]");
    isMore(
        "surfaces/item-page.yaml", "signals", "[views, purchases]", "[views, purchases, ratings]");
    isMore("surfaces/item-page.yaml", "signals", "signals: [views, purchases]\n", "");
    isMore("surfaces/home-row.yaml", "window", "P30D", "P60D");
    isMore("surfaces/item-page.yaml", "promptSlot", "length: 8", "length: 8\npromptSlot: true");
    isMore("surfaces/basket.yaml", "critical", "critical: true", "critical: false");
    isMore("surfaces/basket.yaml", "fallback", "fallback: editorial", "fallback: popular");
    isWords("surfaces/item-page.yaml", "fallback", "fallback: context", "fallback: editorial");
    isWords("surfaces/home-row.yaml", "length", "length: 12", "length: 120");
    isMoreThere(
        "surfaces/letter.yaml",
        """
        label: {en: Letter, de: Brief}
        purposes: [recommendations]
        fallback: editorial
        length: 3
        """);
  }

  @Test
  void aProhibitionThatCoversLessIsWider() {
    var file = "prohibitions/no-orders-learnt.yaml";
    isMore(file, "categories", "[basket, special]", "[basket]");
    isMore(file, "uses", "[train, audit]", "[train]");
    isMore(file, "purposes", "[recommendations, basket-tips]", "[recommendations]");
    turns(
        file,
        "purposes",
        WIDENING,
        NARROWING,
        folder -> folder.replace(file, "purposes: [recommendations, basket-tips]", "purposes: []"),
        folder -> folder.replace(file, "purposes: []", "purposes: [recommendations]"));
    isLessThere(
        "prohibitions/more.yaml",
        "label: {en: No, de: Nein}\ncategories: [ratings]\nuses: [disclose]\n");
  }

  @Test
  void aVendorWhoMayMoreIsWider() {
    var file = "vendors/printer.yaml";
    isMore(file, "gets", "[purchases]", "[purchases, ratings]");
    isMore(file, "party.country", "country: FR", "country: US");
    isOther(file, "party.country", "country: US", "country: CH");
    turns(
        file,
        "party.country",
        WORDING,
        WORDING,
        folder -> folder.replace(file, "country: US", "country: FR"),
        folder -> folder.replace(file, "country: FR", "country: NO"));
    isOther(file, "party.name", "Print Ltd", "Print Inc");
    isWords(file, "party.address", "2 Mill Lane", "3 Mill Lane");
    isWords(file, "party.email", "a@print", "b@print");
    isMore(file, "role", "role: jointController", "role: thirdParty");
    isMore(file, "role", "role: processor", "role: jointController");
    isMore(file, "contractUntil", "2027-06-30", "2028-06-30");
    isMore(file, "transfer", "transfer: standard clauses\n", "");
    isOther(file, "transfer", "standard clauses", "our word");
    isMore(file, "certificates", "certificates: {ISO 27001: 2027-01-31}\n", "");
    isMore(file, "certificates.ISO 27001", "2027-01-31", "2027-01-30");
  }

  @Test
  void anAssessmentThatLetsMoreOnIsWider() {
    var file = "assessments/taste.yaml";
    isMore(file, "until", "until: 2027-11-01", "until: 2028-11-01");
    isMore(file, "outcome", "outcome: notAcceptable", "outcome: acceptable");
    isMore(file, "of", "of:\n", "of:\n  recommendations: abc\n");
    turns(
        file,
        "of.recommendations",
        WORDING,
        WORDING,
        folder -> folder.replace(file, "of:\n", "of:\n  recommendations: abc\n"),
        folder -> folder.replace(file, "recommendations: abc", "recommendations: abd"));
  }

  @Test
  void peopleWhoMayMoreAreMore() {
    isMore("roles.yaml", "uses", "uses: [audit]", "uses: [audit, train]");
    isOther("people/lee.yaml", "role", "data-steward", "ethics-officer");
    isOther("people/lee.yaml", "key", lees(), Signer.fresh().key());
    isWords("people/lee.yaml", "name", "L. E.", "L. E. Oh");
    isMoreThere("people/al.yaml", "name: A. L.\nrole: model-owner\nkey: " + officer.key() + "\n");
  }

  private String lees() {
    return folder().text("people/lee.yaml").replaceAll("(?s).*key: (\\S+)\\s*", "$1");
  }

  @Test
  void fewerWhoMustAgreeIsWider() {
    isMore(
        "changes.yaml",
        "wording",
        "wording: [data-steward, model-owner]",
        "wording: [data-steward]");
    isMore(
        "changes.yaml",
        "narrowing",
        "narrowing: [data-steward, model-owner]",
        "narrowing: [data-steward]");
    isMore(
        "changes.yaml",
        "widening",
        "[data-steward, model-owner, ethics-officer]",
        "[data-steward]");
    isMore("changes.yaml", "invasive", "[ethics-officer, data-steward]", "[ethics-officer]");
    isWords(
        "changes.yaml",
        "widening",
        "[data-steward, model-owner, ethics-officer]",
        "[model-owner, data-steward, ethics-officer]");
  }

  @Test
  void askingMoreOftenOrYoungerIsWider() {
    isMore("asking.yaml", "perSession", "perSession: 1", "perSession: 2");
    isMore("asking.yaml", "againAfter", "againAfter: P6M", "againAfter: P5M");
    isMore("asking.yaml", "minorsUnder", "minorsUnder: 16", "minorsUnder: 15");
    isMore("asking.yaml", "sharedDevices", "sharedDevices: true", "sharedDevices: false");
    isMore("asking.yaml", "visitLasts", "visitLasts: P1D", "visitLasts: P2D");
  }

  @Test
  void anotherWhoDecidesIsWider() {
    var file = "organisation.yaml";
    isOther(file, "controller.name", "Harbour Books Ltd", "Harbour Media Ltd");
    isOther(file, "controller.country", "country: IE", "country: FR");
    isWords(file, "controller.address", "1 Quay Street", "2 Quay Street");
    isWords(file, "controller.email", "privacy@harbour", "people@harbour");
    isWords(file, "name", "name: Harbour Books\n", "name: The Harbour\n");
    isOther(file, "jurisdiction", "jurisdiction: IE", "jurisdiction: FR");
    isMore(file, "storedIn", "storedIn: [IE]", "storedIn: [IE, FR]");
    isWords(file, "languages", "languages: [en, de]", "languages: [de, en]");
    isWords(file, "whatWeShow.one", "en: book", "en: volume");
    isWords(file, "officers.dataSteward.email", "data@harbour", "steward@harbour");
    isWords(file, "officers.ethicsOfficer.title", "en: Ethics officer", "en: Officer for ethics");
    isWords(file, "supervisor.name", "Data Protection Commission", "Commission");
  }

  @Test
  void aLanguageThatGoesLeavesPeopleWithoutWords() {
    var english = Folder.read("films");
    var both =
        Tree.of(english)
            .with(List.of("organisation", "languages"), List.of("en", "de"))
            .alsoIn("de")
            .restore()
            .orElseThrow();
    assertThat(at(Diff.of(both, english), "organisation.yaml", "languages"))
        .extracting(Change::turn)
        .containsExactly(WIDENING);
    assertThat(Diff.of(english, both).turns()).containsExactly(WORDING);
  }

  @Test
  void whatDoesNothingByItselfIsWords() {
    isWordsThere(
        "categories/weather.yaml",
        "label: {en: the weather, de: das Wetter}\nsensitivity: ordinary\nprovenance: observed\n");
    isWordsThere("signals/clicks.yaml", "verb: {en: clicked, de: geklickt}\nweight: 1\n");
  }

  @Test
  void whereAnEventGoesItsSignalMayOpenUp() {
    var forbidding =
        folder()
            .write(
                "prohibitions/more.yaml",
                "label: {en: No, de: Nein}\ncategories: [novels]\nuses: [train]\n")
            .replace(
                "purposes/recommendations.yaml",
                "  ratings:\n",
                "  novels: {necessity: optional, because: {en: a, de: b}}\n  ratings:\n")
            .write(
                "events/novel.yaml",
                """
                label: {en: opened a novel, de: einen Roman geöffnet}
                type: track
                names: [Novel Viewed]
                item: properties.product_id
                signal: views
                category: novels
                purposes: [recommendations]
                """);
    var before = forbidding.read();
    var after = forbidding.delete("events/novel.yaml").read();
    var diff = Diff.of(before, after);
    assertThat(at(diff, "events/novel.yaml", ""))
        .extracting(Change::turn)
        .containsExactly(NARROWING);
    assertThat(at(diff, SUGGESTIONS, ""))
        .extracting(Change::words)
        .containsExactly("open to it is also the signal \"views\" to train");
    assertThat(diff.turn()).contains(WIDENING);
  }

  /// The second is more than the first, and the first less than the second.
  private void isMore(String file, String key, String less, String more) {
    turns(file, key, WIDENING, NARROWING, less, more);
  }

  /// Each is another than the other.
  private void isOther(String file, String key, String one, String other) {
    turns(file, key, WIDENING, WIDENING, one, other);
  }

  private void isWords(String file, String key, String one, String other) {
    turns(file, key, WORDING, WORDING, one, other);
  }

  private void isMoreThere(String file, String text) {
    turns(file, "", WIDENING, NARROWING, _ -> {}, folder -> folder.write(file, text));
  }

  private void isLessThere(String file, String text) {
    turns(file, "", NARROWING, WIDENING, _ -> {}, folder -> folder.write(file, text));
  }

  private void isWordsThere(String file, String text) {
    turns(file, "", WORDING, WORDING, _ -> {}, folder -> folder.write(file, text));
  }

  /// One text in a file becomes another; the rich policy has one of the two.
  private void turns(String file, String key, Turn there, Turn back, String one, String other) {
    if (folder().text(file).contains(one)) {
      turns(file, key, there, back, _ -> {}, folder -> folder.replace(file, one, other));
    } else {
      turns(file, key, back, there, _ -> {}, folder -> folder.replace(file, other, one));
    }
  }

  /// What is told at a key goes this way there, and that way back.
  private void turns(
      String file,
      String key,
      Turn there,
      Turn back,
      Consumer<Folder> first,
      Consumer<Folder> then) {
    var folder = folder();
    first.accept(folder);
    var before = folder.read();
    then.accept(folder);
    var after = folder.read();
    assertThat(at(Diff.of(before, after), file, key))
        .as("%s %s", file, key)
        .isNotEmpty()
        .allMatch(change -> change.turn() == there);
    assertThat(at(Diff.of(after, before), file, key))
        .as("%s %s, and back", file, key)
        .isNotEmpty()
        .allMatch(change -> change.turn() == back);
  }

  private static List<Change> at(Diff diff, String file, String key) {
    return diff.changes().stream()
        .filter(change -> change.thing().file().equals(file) && change.key().equals(key))
        .toList();
  }

  private Folder folder() {
    copies++;
    return Rich.folder(target.resolve("copy" + copies), officer);
  }
}
