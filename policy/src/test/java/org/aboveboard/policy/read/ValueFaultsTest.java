package org.aboveboard.policy.read;

import static org.aboveboard.policy.read.Spoiled.SUGGESTIONS;
import static org.aboveboard.policy.read.Spoiled.spoiled;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.aboveboard.policy.Folder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that a policy cannot hold.
final class ValueFaultsTest {

  @TempDir private Path target;

  @ParameterizedTest
  @MethodSource("values")
  void everyWrongValueNamesFileLineAndCure(Spoiled spoiled) {
    spoiled.check(Folder.bookshop(target));
  }

  static Stream<Spoiled> values() {
    return Stream.of(
        spoiled(
            "a list where a text belongs",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner", "owner: [a, b]"),
            SUGGESTIONS,
            "owner:",
            "'owner' must be a single value",
            "Write one of: customer-care"),
        spoiled(
            "a text where a list belongs",
            folder -> folder.replace(SUGGESTIONS, "recipients: []", "recipients: nobody"),
            SUGGESTIONS,
            "recipients:",
            "'recipients' must be a list",
            "[...]"),
        spoiled(
            "an empty text",
            folder -> folder.replace(SUGGESTIONS, "{en: book suggestions,", "{en: ,"),
            SUGGESTIONS,
            "label:",
            "'en' cannot be ''",
            "plain signs"),
        spoiled(
            "a hidden sign in a text",
            folder ->
                folder.replace(SUGGESTIONS, "book suggestions", "\"book \\u202E suggestions\""),
            SUGGESTIONS,
            "label:",
            "'en' holds a sign that nobody sees: U+202E (RIGHT-TO-LEFT OVERRIDE)",
            "Type the words anew"),
        spoiled(
            "half a sign in a text",
            folder -> folder.replace(SUGGESTIONS, "book suggestions", "\"book \\uD83D\""),
            SUGGESTIONS,
            "label:",
            "'en' holds a sign that nobody sees: U+D83D",
            "Type the words anew"),
        spoiled(
            "no owner",
            folder -> folder.replace(SUGGESTIONS, "owner: model-owner\n", ""),
            SUGGESTIONS,
            "number:",
            "'owner' is missing",
            "Write one of: customer-care, data-steward, ethics-officer, model-owner."),
        spoiled(
            "weeks",
            folder -> folder.replace(SUGGESTIONS, "P90D", "P13W"),
            SUGGESTIONS,
            "retention",
            "'retention' cannot be 'P13W'",
            "weeks are not taken"),
        spoiled(
            "a reason of one letter",
            folder -> folder.replace(SUGGESTIONS, "owner:", "accepted: {DP37: \"x\"}\nowner:"),
            SUGGESTIONS,
            "accepted:",
            "The reason 'x' says nothing",
            "three words"),
        spoiled(
            "a field whose name is no id",
            folder -> folder.replace("events/rated.yaml", "  value:", "  \"a\\nb\":"),
            "events/rated.yaml",
            "fields:",
            "'a b' is not an id",
            "small letters"),
        spoiled(
            "an unknown word",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: vital"),
            SUGGESTIONS,
            "basis:",
            "'basis' cannot be 'vital'",
            "legitimateInterest"),
        spoiled(
            "an unknown use",
            folder -> folder.replace(SUGGESTIONS, "train, audit]", "train, sell]"),
            SUGGESTIONS,
            "uses:",
            "'uses' cannot be 'sell'",
            "collect, serve"),
        spoiled(
            "a number in quotation marks",
            folder -> folder.replace("signals/views.yaml", "weight: 1", "weight: \"1\""),
            "signals/views.yaml",
            "weight",
            "'weight' cannot be '1'",
            "whole number"),
        spoiled(
            "a weight of nothing",
            folder -> folder.replace("signals/views.yaml", "weight: 1", "weight: 0"),
            "signals/views.yaml",
            "weight",
            "'weight' cannot be '0'",
            "from 1"),
        spoiled(
            "a yes where true belongs",
            folder ->
                folder.replace("surfaces/home-row.yaml", "promptSlot: true", "promptSlot: yes"),
            "surfaces/home-row.yaml",
            "promptSlot",
            "'promptSlot' cannot be 'yes'",
            "true or false"),
        spoiled(
            "a period that never ends",
            folder -> folder.replace(SUGGESTIONS, "P90D", "P9999Y"),
            SUGGESTIONS,
            "retention",
            "'retention' cannot be 'P9999Y'",
            "P90D"),
        spoiled(
            "a period of nothing",
            folder -> folder.replace(SUGGESTIONS, "P90D", "P0D"),
            SUGGESTIONS,
            "retention",
            "'retention' cannot be 'P0D'",
            "P90D"),
        spoiled(
            "a path from nowhere",
            folder -> folder.replace("events/viewed.yaml", "properties.product_id", "product_id"),
            "events/viewed.yaml",
            "item:",
            "'item' cannot be 'product_id'",
            "properties.product_id"),
        spoiled(
            "an unknown kind of message",
            folder -> folder.replace("events/viewed.yaml", "type: track", "type: spy"),
            "events/viewed.yaml",
            "type:",
            "'type' cannot be 'spy'",
            "track"),
        spoiled(
            "an address that no letter reaches",
            folder -> folder.replace("organisation.yaml", "privacy@harbourbooks.example", "nope"),
            "organisation.yaml",
            "nope",
            "'email' cannot be 'nope'",
            "privacy@"),
        spoiled(
            "a page that is a program",
            folder ->
                folder.replace(
                    "organisation.yaml", "https://www.dataprotection.ie", "javascript:alert(1)"),
            "organisation.yaml",
            "website:",
            "'website' cannot be 'javascript",
            "https://"),
        spoiled(
            "a key that fideslang cannot have",
            folder ->
                folder.replace(SUGGESTIONS, "[personalize.content.profiled]", "[no such.USE!]"),
            SUGGESTIONS,
            "fideslang:",
            "'fideslang' cannot be 'no such.USE!'",
            "user.behavior"),
        spoiled(
            "a term that DPV cannot have",
            folder ->
                folder.replace(
                    SUGGESTIONS, "dpv:ProvidePersonalisedRecommendations", "javascript:x"),
            SUGGESTIONS,
            "dpv:",
            "'dpv' cannot be 'javascript:x'",
            "pd:Purchase"),
        spoiled(
            "a tag in a text",
            folder ->
                folder.replace(
                    SUGGESTIONS, "{en: book suggestions,", "{en: book <b>suggestions</b>,"),
            SUGGESTIONS,
            "label:",
            "'en' holds a tag",
            "plain words"),
        spoiled(
            "a sign of a page in a text",
            folder ->
                folder.replace(
                    SUGGESTIONS, "{en: book suggestions,", "{en: \"book&nbsp;suggestions\","),
            SUGGESTIONS,
            "label:",
            "'en' holds a tag",
            "plain words"),
        spoiled(
            "a letter that only looks like another",
            folder ->
                folder.replace(
                    SUGGESTIONS, "{en: book suggestions,", "{en: \"b\\u043Eok suggestions\","),
            SUGGESTIONS,
            "label:",
            "CYRILLIC SMALL LETTER O",
            "Latin letters"));
  }
}
