package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Signer;
import org.aboveboard.policy.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What follows from a change, in the words that a lawyer reads.
final class SummaryTest {
  private static final String SUGGESTIONS = "purposes/recommendations.yaml";
  private static final String TASTE = "purposes/taste-profile.yaml";
  private static final String ORDERS = "purposes/order-service.yaml";

  @TempDir private Path target;

  private final Signer officer = Signer.fresh();

  @Test
  void nothingFollowsFromNothing() {
    var policy = Folder.read("bookshop");
    assertThat(Diff.of(policy, policy).summary().words())
        .containsExactly("Nothing is declared differently.");
  }

  @Test
  void aLongerRetentionAsksThoseWhoSaidYes() {
    var words = words(folder().replace(SUGGESTIONS, "retention: P90D", "retention: P180D"));
    assertThat(words)
        .contains(
            "This widens the policy: more is done with data, or people are protected less.",
            "Must agree: Data steward (widening), Ethics officer (widening) and Model owner"
                + " (widening).",
            "Everybody who said yes to \"book suggestions\" is asked again about: acts are kept 180"
                + " days instead of 90 days; acts count in what is learnt for 180 days instead of"
                + " 90 days; records of answers are kept 180 days instead of 90 days. Until they"
                + " answer, only what they agreed to goes on.")
        .noneMatch(line -> line.startsWith("Deleted"));
  }

  @Test
  void ofManyChangesTheFirstAreNamedAndTheRestCounted() {
    var folder = folder();
    var text = folder.text(SUGGESTIONS);
    for (int n = 10; n < 25; n++) {
      folder.write(
          "purposes/tips-" + n + ".yaml",
          text.replace("number: 0", "number: " + n).replace("book suggestions", "tips " + n));
    }
    var all = IntStream.range(10, 25).mapToObj(n -> ", tips-" + n).collect(joining());
    var words =
        words(
            folder.replace(
                "models/what-goes-together.yaml", "taste-profile]", "taste-profile" + all + "]"));
    assertThat(words)
        .filteredOn(line -> line.startsWith("It is for those who must agree to judge"))
        .singleElement()
        .asString()
        .contains("it also works for \"tips 10\"; ")
        .endsWith("; 3 more like these.");
  }

  @Test
  void aShorterRetentionDeletesAndAsksNobody() {
    var words = words(folder().replace(SUGGESTIONS, "retention: P90D", "retention: P30D"));
    assertThat(words)
        .contains(
            "This narrows the policy: less is done with data, nothing more.",
            "Must agree: Data steward (narrowing).",
            "Nobody has to be asked again.",
            "Deleted at once: What people did, kept for \"book suggestions\" and older than 30 days"
                + " instead of 90 days.",
            "Deleted at once: Records of answers of \"book suggestions\" older than 30 days instead"
                + " of 90 days.");
  }

  @Test
  void aPurposeThatGoesTakesItsAssessmentWithItAndNarrows() {
    var folder = folder().delete(TASTE).delete("assessments/taste.yaml");
    for (var file : List.of("events/bought", "events/rated", "events/viewed")) {
      folder.replace(file + ".yaml", ", taste-profile", "");
    }
    folder
        .replace("surfaces/home-row.yaml", "taste-profile, ", "")
        .replace(
            "models/what-goes-together.yaml",
            "[recommendations, taste-profile]",
            "[recommendations]");
    assertThat(words(folder))
        .containsExactly(
            "This narrows the policy: less is done with data, nothing more.",
            "Must agree: Data steward (wording, narrowing).",
            "Nobody has to be asked again.",
            "Deleted at once: What is kept for \"a profile of your taste\" alone.");
  }

  @Test
  void otherWordsAreForTheDataSteward() {
    var words = words(folder().replace(SUGGESTIONS, "en: book suggestions", "en: book ideas"));
    assertThat(words)
        .contains(
            "These are other words: nothing else is done with data.",
            "Must agree: Data steward (wording).",
            "Nobody has to be asked again.");
  }

  @Test
  void whatIsMorePersonalGoesOnForNobodyWhoAgreedToLess() {
    var before = folder().replace(SUGGESTIONS, "level: general", "level: context").read();
    var summary = Diff.of(before, Folder.read("bookshop")).summary();
    assertThat(summary.words())
        .contains(
            "Everybody who said yes to \"book suggestions\" is asked again about: its level is"
                + " general instead of context. Until they answer, nothing of it goes on.");
  }

  @Test
  void aPurposeThatComesToRestOnConsentAsksEverybody() {
    var words = words(folder().replace(ORDERS, "basis: contract", "basis: consent"));
    assertThat(words)
        .contains(
            "Nobody has said yes to \"your orders\" yet: until now it rested on contract. It is on"
                + " for nobody before they say yes.");
  }

  @Test
  void aPurposeThatNoLongerRestsOnConsentSaysWhomItIncludes() {
    var folder =
        folder()
            .replace(SUGGESTIONS, "basis: consent", "basis: legitimateInterest")
            .replace(SUGGESTIONS, "consentLasts: P1Y\n", "");
    assertThat(words(folder))
        .contains(
            "Nobody is asked about \"book suggestions\" any more: it rests on legitimate interest."
                + " Who said no stays out, who said nothing is included.");
    folder.replace(SUGGESTIONS, "basis: legitimateInterest", "basis: contract");
    assertThat(words(folder))
        .contains(
            "Nobody is asked about \"book suggestions\" any more: it rests on contract."
                + " It includes those who said no.");
  }

  @Test
  void aNewPurposeIsOnForNobody() {
    var text = folder().text(SUGGESTIONS).replace("number: 0", "number: 7");
    var words =
        words(
            folder()
                .write("purposes/more.yaml", text)
                .replace(
                    "models/what-goes-together.yaml",
                    "[recommendations, ",
                    "[recommendations, more, "));
    assertThat(words)
        .contains("\"book suggestions (more)\" is new. It is on for nobody before they say yes.");
  }

  @Test
  void whatNoYesIsAboutIsForTheApproversToJudge() {
    var words =
        words(folder().replace("organisation.yaml", "Harbour Books Ltd", "Harbour Media Ltd"));
    assertThat(words)
        .contains(
            "Nobody has to be asked again.",
            "It is for those who must agree to judge, since a yes is not about it and nobody is"
                + " asked: the organisation: the one who decides is \"Harbour Media Ltd\" instead"
                + " of \"Harbour Books Ltd\".");
  }

  @Test
  void whoMustAgreeIsAsBeforeAndAsIsNewlyAskedFor() {
    var fewer =
        folder()
            .replace(
                "changes.yaml",
                "widening: [data-steward, model-owner, ethics-officer]",
                "widening: [customer-care]")
            .read();
    assertThat(Diff.of(Folder.read("bookshop"), fewer).summary().approvers())
        .extracting(Approver::label)
        .containsExactly("Customer care", "Data steward", "Ethics officer", "Model owner");
    assertThat(Diff.of(Folder.read("bookshop"), fewer).summary().approvers())
        .extracting(Approver::turns)
        .first()
        .isEqualTo(List.of(Turn.WIDENING));
  }

  @Test
  void anInvasivePurposeIsAssessedAndSignedForAnew() {
    var before = approved(officer.join(folder()).read());
    var folder = folder().replace(TASTE, "retention: P30D", "retention: P60D");
    var stale = folder.read();
    var digest = stale.purpose("taste-profile").orElseThrow().digest();
    assertThat(Diff.of(before, stale).summary().words())
        .contains(
            "\"Assessment of the taste profile\" is stale: it does not clear \"a profile of your"
                + " taste\" as it is now. Assess it anew and write its digest, "
                + digest
                + ", in assessments/taste.yaml.",
            "\"a profile of your taste\" is off until this version is signed for by: Ethics"
                + " officer. An approval of another version does not count (./aboveboard approve"
                + " --purpose taste-profile).");
    var assessed = Signer.assess(folder).read();
    assertThat(Diff.of(before, approved(assessed)).summary().words())
        .contains(
            "\"Assessment of the taste profile\" clears \"a profile of your taste\" as it is now; it"
                + " counts until 2027-11-01.")
        .noneMatch(line -> line.contains("signed for"));
  }

  @Test
  void anApprovalThatSwitchesSomethingOnIsToldThoughNothingIsDeclaredDifferently() {
    var before = officer.join(folder()).read();
    var after = approved(before);
    assertThat(Diff.of(before, after).summary().words())
        .containsExactly(
            "Nothing is declared differently.",
            "\"a profile of your taste\" is now on until 2027-01-31, for those who say yes to it.");
    assertThat(Diff.of(after, before).summary().words())
        .contains("\"a profile of your taste\" is now off; it was on until 2027-01-31.");
    assertThat(Diff.of(after, after).summary().isEmpty()).isTrue();
  }

  @Test
  void otherWordsWithAnApprovalAreMoreThanOtherWords() {
    var before = officer.join(folder()).read();
    var after =
        approved(folder().replace(SUGGESTIONS, "en: book suggestions", "en: book ideas").read());
    assertThat(Diff.of(before, after).summary().words())
        .startsWith(
            "These are other words: what is declared is not more, but something is switched on.",
            "\"a profile of your taste\" is now on until 2027-01-31, for those who say yes to it.")
        .noneMatch(line -> line.contains("nothing else is done"));
  }

  @Test
  void aNarrowingThatIsAssessedAnewNarrows() {
    var before = folder().read();
    var after = Signer.assess(folder().replace(TASTE, "retention: P30D", "retention: P20D")).read();
    var diff = Diff.of(before, after);
    assertThat(diff.turn()).contains(Turn.NARROWING);
    assertThat(diff.summary().words())
        .contains(
            "This narrows the policy: less is done with data, nothing more.",
            "Must agree: Data steward (wording, narrowing).",
            "\"Assessment of the taste profile\" clears \"a profile of your taste\" as it is now; it"
                + " counts until 2027-11-01.");
  }

  @Test
  void aNumberThatAnotherPurposeHadIsToldAsWhatNoServerTakes() {
    var text = folder().text(ORDERS);
    var folder = folder().delete(ORDERS).write("purposes/purchases.yaml", text);
    for (var file : List.of("events/added-to-cart", "events/bought")) {
      folder.replace(file + ".yaml", "order-service", "purchases");
    }
    assertThat(words(folder))
        .contains(
            "No server that ran with the earlier version takes this one: a number belongs to one"
                + " purpose for ever. Mend this first: the purpose \"your orders (purchases)\": its"
                + " number also is that of \"your orders (order-service)\".")
        .noneMatch(line -> line.contains("takes over") || line.contains("\"your orders\""))
        .noneMatch(line -> line.startsWith("Deleted at once: What is kept"));
  }

  @Test
  void whateverChangesAnApprovalIsNeededAnew() {
    var before = approved(officer.join(folder()).read());
    var after = folder().replace("surfaces/home-row.yaml", "length: 12", "length: 11").read();
    assertThat(Diff.of(before, after).turn()).contains(Turn.WORDING);
    assertThat(Diff.of(before, after).summary().clearings())
        .extracting(Clearing::unsigned)
        .containsExactly(List.of("Ethics officer"));
  }

  @Test
  void whatNothingNeedsIsDeletedAtOnce() {
    var after =
        folder()
            .delete("surfaces/basket.yaml")
            .delete("events/viewed.yaml")
            .replace(
                "surfaces/home-row.yaml", "[taste-profile, recommendations]", "[recommendations]")
            .replace(
                "events/rated.yaml",
                "    purposes: [recommendations, taste-profile]",
                "    purposes: [recommendations]")
            .replace(
                "events/bought.yaml",
                "    type: number\n    least: 0\n    most: 100000\n",
                "    type: text\n")
            .replace(
                "events/bought.yaml",
                """
                  order:
                    path: properties.order_id
                    type: text
                    category: purchases
                    purposes: [order-service]
                """,
                "")
            .replace(TASTE, "signals: [views, purchases, ratings]", "signals: [views, purchases]")
            .replace(TASTE, "explain, train, audit", "explain, audit")
            .replace(
                "models/what-goes-together.yaml",
                "[recommendations, taste-profile]",
                "[recommendations]")
            .read();
    assertThat(Diff.of(Folder.read("bookshop"), after).summary().deleted())
        .containsExactly(
            "What was learnt for \"a profile of your taste\".",
            "What was learnt for \"a profile of your taste\" from \"ratings\".",
            "The value \"order\" of every \"bought books\".",
            "The value \"value\" of every \"rated a book\", where it is kept for \"a profile of"
                + " your taste\" alone.",
            "Every \"opened a book's page\" that is kept.",
            "Records of answers at \"Goes with your basket\".",
            "Records of answers at \"Suggested for you\", where it is kept for \"a profile of your"
                + " taste\" alone.");
  }

  private Policy approved(Policy policy) {
    return policy.with(
        List.of(officer.approve(policy, "taste-profile", LocalDate.of(2027, 1, 31))));
  }

  private Folder folder() {
    return target.resolve("changes.yaml").toFile().exists()
        ? new Folder(target)
        : Folder.bookshop(target);
  }

  private static List<String> words(Folder after) {
    return Diff.of(Folder.read("bookshop"), after.read()).summary().words();
  }
}
