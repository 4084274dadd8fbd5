package org.aboveboard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PolicyFaultsTest {

  private static final String SUGGESTIONS = "purposes/recommendations.yaml";

  @TempDir private Path target;

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoils")
  void everyFaultNamesFileLineAndCure(
      String name, UnaryOperator<Folder> spoil, String file, String at, String what, String cure) {
    var folder = spoil.apply(Folder.bookshop(target));
    var line = at.isEmpty() ? 1 : folder.lineOf(file, at);
    var faults = faults(folder);
    assertThat(faults)
        .as(name)
        .anySatisfy(fault -> {
          assertThat(fault.file()).isEqualTo(file);
          assertThat(fault.line()).isEqualTo(line);
          assertThat(fault.what()).contains(what);
          assertThat(fault.cure()).contains(cure);
        });
  }

  static Stream<Arguments> spoils() {
    return Stream.of(structure(), values(), names(), crossings()).flatMap(it -> it);
  }

  private static Stream<Arguments> structure() {
    return Stream.of(
        spoiled(
            "an unknown key",
            folder -> folder.replace(SUGGESTIONS, "owner:", "onwer:"),
            SUGGESTIONS,
            "onwer",
            "'onwer' is not a known key",
            "owner"),
        spoiled(
            "a missing key",
            folder -> folder.replace(SUGGESTIONS, "retention: P90D\n", ""),
            SUGGESTIONS,
            "number: 0",
            "'retention' is missing",
            "P90D"),
        spoiled(
            "a key twice",
            folder -> folder.replace(SUGGESTIONS, "level: general", "level: general\nlevel: none"),
            SUGGESTIONS,
            "level: none",
            "'level' is here twice",
            "Keep one"),
        spoiled(
            "YAML that does not parse",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: [consent"),
            SUGGESTIONS,
            "level: general",
            "not readable YAML",
            "indentation"),
        spoiled(
            "an anchor",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: &b consent"),
            SUGGESTIONS,
            "&b",
            "Anchors",
            "Write the value out"),
        spoiled(
            "an alias to nothing",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: *b"),
            SUGGESTIONS,
            "*b",
            "aliases",
            "Write the value out"),
        spoiled(
            "a tag",
            folder -> folder.replace(SUGGESTIONS, "basis: consent", "basis: !!java.io.File x"),
            SUGGESTIONS,
            "!!java",
            "Tags",
            "Remove the tag"),
        spoiled(
            "a second document",
            folder -> folder.write("signals/views.yaml", "verb: viewed\nweight: 1\n---\na: b\n"),
            "signals/views.yaml",
            "---",
            "second document",
            "Keep one"),
        spoiled(
            "an empty file",
            folder -> folder.write("signals/views.yaml", "# nothing\n"),
            "signals/views.yaml",
            "",
            "empty",
            "Fill it in"),
        spoiled(
            "a file that is a list",
            folder -> folder.write("signals/views.yaml", "- verb\n"),
            "signals/views.yaml",
            "",
            "keys with values",
            "label"),
        spoiled(
            "a missing file",
            folder -> folder.delete("organisation.yaml"),
            "organisation.yaml",
            "",
            "missing",
            "Add it"),
        spoiled(
            "a strange file",
            folder -> folder.write("notes.txt", "hello"),
            "notes.txt",
            "",
            "not part of a policy",
            "Move it out"),
        spoiled(
            "a file name that is no id",
            folder -> folder.write("signals/Views.yml", "verb: viewed\nweight: 1\n"),
            "signals/Views.yml",
            "",
            "not an id",
            "small letters"));
  }

  private static Stream<Arguments> values() {
    return Stream.of(
        spoiled(
            "a list where a text belongs",
            folder -> folder.replace(SUGGESTIONS, "label: book suggestions", "label: [a, b]"),
            SUGGESTIONS,
            "label:",
            "'label' must be a single value",
            "plain signs"),
        spoiled(
            "a text where a list belongs",
            folder -> folder.replace(SUGGESTIONS, "recipients: []", "recipients: nobody"),
            SUGGESTIONS,
            "recipients:",
            "'recipients' must be a list",
            "[...]"),
        spoiled(
            "an empty text",
            folder -> folder.replace(SUGGESTIONS, "label: book suggestions", "label:"),
            SUGGESTIONS,
            "label:",
            "'label' cannot be ''",
            "plain signs"),
        spoiled(
            "a hidden sign in a text",
            folder ->
                folder.replace(SUGGESTIONS, "book suggestions", "\"book \\u202E suggestions\""),
            SUGGESTIONS,
            "label:",
            "'label' cannot be",
            "plain signs"),
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
            "track"));
  }

  private static Stream<Arguments> names() {
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

  private static Stream<Arguments> crossings() {
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
            "Only an invasive purpose",
            "Remove this line"),
        spoiled(
            "a yes that lasts too long",
            folder -> folder.replace(SUGGESTIONS, "consentLasts: P1Y", "consentLasts: P5Y"),
            SUGGESTIONS,
            "consentLasts:",
            "'consentLasts' does not fit",
            "two years"),
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

  private static Arguments spoiled(
      String name, UnaryOperator<Folder> spoil, String file, String at, String what, String cure) {
    return arguments(name, spoil, file, at, what, cure);
  }

  @Test
  void allFaultsAreToldAtOnce() {
    var folder =
        Folder.bookshop(target)
            .replace(SUGGESTIONS, "basis: consent", "basis: vital")
            .replace("signals/views.yaml", "weight: 1", "weight: many")
            .write("events/viewed.yaml", "type: [")
            .delete("roles.yaml");
    assertThat(faults(folder).stream().map(Fault::file))
        .contains(SUGGESTIONS, "signals/views.yaml", "events/viewed.yaml", "roles.yaml");
  }

  @Test
  void aMissingFolderIsOneFault() {
    assertThat(faults(new Folder(target.resolve("nowhere")))).hasSize(1);
  }

  @Test
  void aFileTooLargeIsNotReadAtAll() {
    var folder = Folder.bookshop(target).write("signals/views.yaml", "# x\n".repeat(20_000));
    assertThat(faults(folder)).anyMatch(fault -> fault.what().contains("larger than 64 KiB"));
  }

  @Test
  void bytesThatAreNotTextAreRefused() throws IOException {
    Folder.bookshop(target);
    Files.write(target.resolve("signals/views.yaml"), new byte[] {'v', (byte) 0xC3, '('});
    assertThat(faults(new Folder(target))).anyMatch(fault -> fault.what().contains("UTF-8"));
  }

  @Test
  void controlCharactersAreRefused() {
    var folder = Folder.bookshop(target).write("signals/views.yaml", "verb: vi\u0000ewed\n");
    assertThat(faults(folder)).anyMatch(fault -> fault.file().equals("signals/views.yaml"));
  }

  @Test
  void bombsDoNotGoOff() {
    for (var bomb :
        List.of(billionLaughs(), "a: ".repeat(1) + "[".repeat(60_000), "a:\n" + nest())) {
      var folder = Folder.bookshop(target).write("signals/views.yaml", bomb);
      assertThat(faults(folder)).anyMatch(fault -> fault.file().equals("signals/views.yaml"));
    }
  }

  @Test
  void aFaultPrintsAsACompilerWould() {
    var folder = Folder.bookshop(target).replace("signals/views.yaml", "weight: 1", "weight: 0");
    assertThat(faults(folder).getFirst())
        .hasToString(
            "signals/views.yaml:2: 'weight' cannot be '0'. Write a whole number from 1 to 100.");
  }

  private static String billionLaughs() {
    var bomb = new StringBuilder("a0: &a0 [lol]\n");
    for (var i = 1; i < 20; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    return bomb.toString();
  }

  private static String nest() {
    var deep = new StringBuilder();
    for (var i = 1; i < 200; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }
    return deep.toString();
  }

  private static List<Fault> faults(Folder folder) {
    var thrown = catchThrowableOfType(PolicyFaults.class, () -> Policy.read(folder.path()));
    assertThat(thrown).as("this folder has faults").isNotNull();
    return thrown.faults();
  }
}
