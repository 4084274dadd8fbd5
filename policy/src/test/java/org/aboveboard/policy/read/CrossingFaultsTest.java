package org.aboveboard.policy.read;

import static org.aboveboard.policy.read.Spoiled.SUGGESTIONS;
import static org.aboveboard.policy.read.Spoiled.spoiled;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files that contradict each other or lead nowhere.
final class CrossingFaultsTest {

  @TempDir private Path target;

  @ParameterizedTest
  @MethodSource("names")
  void everyNameThatLeadsNowhereNamesFileLineAndCure(Spoiled spoiled) {
    spoiled.check(Folder.bookshop(target));
  }

  static Stream<Spoiled> names() {
    return Stream.of(
        spoiled(
            "an unknown category",
            folder -> folder.replace("events/viewed.yaml", "reading-history", "browsing"),
            "events/viewed.yaml",
            "category:",
            "There is no category 'browsing'",
            "categories/browsing.yaml"),
        spoiled(
            "an unknown signal",
            folder -> folder.replace("events/viewed.yaml", "signal: views", "signal: looks"),
            "events/viewed.yaml",
            "signal:",
            "There is no signal 'looks'",
            "views"),
        spoiled(
            "an unknown purpose",
            folder -> folder.replace("surfaces/basket.yaml", "[recommendations]", "[upselling]"),
            "surfaces/basket.yaml",
            "purposes:",
            "There is no purpose 'upselling'",
            "recommendations"),
        spoiled(
            "an unknown owner",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner: nobody"),
            SUGGESTIONS,
            "owner:",
            "There is no role 'nobody'",
            "roles.yaml"),
        spoiled(
            "an unknown category of data",
            folder -> folder.replace(SUGGESTIONS, "  ratings:", "  stars:"),
            SUGGESTIONS,
            "stars:",
            "There is no category 'stars'",
            "ratings"),
        spoiled(
            "the same word twice in a list",
            folder -> folder.replace(SUGGESTIONS, "views, purchases, ratings]", "views, views]"),
            SUGGESTIONS,
            "signals:",
            "'views' is here twice",
            "Remove one"));
  }

  @ParameterizedTest
  @MethodSource("crossings")
  void everyContradictionNamesFileLineAndCure(Spoiled spoiled) {
    spoiled.check(Folder.bookshop(target));
  }

  static Stream<Spoiled> crossings() {
    return Stream.of(
        spoiled(
            "an event given to a purpose that does not declare its data",
            folder -> folder.replace("events/viewed.yaml", "taste-profile]", "order-service]"),
            "events/viewed.yaml",
            "purposes:",
            "'order-service' does not declare 'reading-history'",
            "data"),
        spoiled(
            "a field nobody needs",
            folder ->
                folder.replace("events/added-to-cart.yaml", "    purposes: [order-service]\n", ""),
            "events/added-to-cart.yaml",
            "path:",
            "No purpose needs 'quantity'",
            "remove the field"),
        spoiled(
            "a field for a purpose that does not get the event",
            folder ->
                folder.replace(
                    "events/rated.yaml",
                    "purposes: [recommendations, taste-profile]\nfields",
                    "purposes: [recommendations]\nfields"),
            "events/rated.yaml",
            "purposes:",
            "does not get the event",
            "event's purposes"),
        spoiled(
            "a number two purposes share",
            folder -> folder.replace("purposes/taste-profile.yaml", "number: 2", "number: 0"),
            "purposes/taste-profile.yaml",
            "number:",
            "number 0 is taken by purposes/recommendations",
            "stored"),
        spoiled(
            "a name two events cover",
            folder -> folder.replace("events/viewed.yaml", "Product Viewed", "Product Added"),
            "events/viewed.yaml",
            "names:",
            "already covers 'track Product Added'",
            "one of the two"),
        spoiled(
            "a count by a field that is not there",
            folder -> folder.replace("signals/ratings.yaml", "field: value", "field: stars"),
            "signals/ratings.yaml",
            "counts:",
            "no number field 'stars'",
            "Declare the field"),
        spoiled(
            "a prompt in the middle of something",
            folder ->
                folder.replace("surfaces/basket.yaml", "promptSlot: false", "promptSlot: true"),
            "surfaces/basket.yaml",
            "promptSlot:",
            "cannot have a prompt slot",
            "somewhere else"),
        spoiled(
            "a popular list of no time",
            folder -> folder.replace("surfaces/basket.yaml", "window: P30D\n", ""),
            "surfaces/basket.yaml",
            "fallback:",
            "'window' is missing",
            "P30D"),
        spoiled(
            "a surface for a purpose that does not serve",
            folder -> folder.replace(SUGGESTIONS, "[collect, serve,", "[collect,"),
            "surfaces/home-row.yaml",
            "purposes:",
            "does not declare the use 'serve'",
            "uses"),
        spoiled(
            "profiling without consent",
            folder ->
                folder.replace("purposes/taste-profile.yaml", "basis: consent", "basis: contract"),
            "purposes/taste-profile.yaml",
            "basis:",
            "must rest on consent",
            "basis: consent"),
        spoiled(
            "an approval nothing needs",
            folder -> folder.replace(SUGGESTIONS, "owner:", "approved: true\nowner:"),
            SUGGESTIONS,
            "approved:",
            "is not written here",
            "approve"),
        spoiled(
            "a contract that runs out like a yes",
            folder ->
                folder.replace(
                    "purposes/order-service.yaml", "owner:", "consentLasts: P1Y\nowner:"),
            "purposes/order-service.yaml",
            "consentLasts:",
            "'consentLasts' does not fit",
            "only a consent"),
        spoiled(
            "a track event without a name",
            folder -> folder.replace("events/viewed.yaml", "names: [Product Viewed]\n", ""),
            "events/viewed.yaml",
            "label:",
            "needs names",
            "Product Viewed"));
  }
}
