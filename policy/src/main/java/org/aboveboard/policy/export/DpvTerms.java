package org.aboveboard.policy.export;

import static org.aboveboard.policy.Json.list;
import static org.aboveboard.policy.Json.members;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Aliases;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Use;

/// How things of a policy are written in JSON-LD, and which terms of the vocabulary they are.
record DpvTerms(Policy policy) {
  /// The rights a person has whatever the purpose, by their article in the GDPR.
  static final List<String> RIGHTS =
      List.of("A13", "A15", "A16", "A17", "A18", "A20", "A21", "A22", "A7-3", "A77");

  private static final Map<String, String> PREFIXES = prefixes();
  private static final Pattern TERM = Pattern.compile("(dpv|pd|eu-gdpr):[A-Za-z0-9-]{1,80}");

  /// Where a right is exercised; a complaint goes to the supervisor.
  private static final String HERE = "/privacy";

  private static Map<String, String> prefixes() {
    var prefixes = new LinkedHashMap<String, String>();
    prefixes.put("dpv", "https://w3id.org/dpv#");
    prefixes.put("pd", "https://w3id.org/dpv/pd#");
    prefixes.put("eu-gdpr", "https://w3id.org/dpv/legal/eu/gdpr#");
    prefixes.put("loc", "https://w3id.org/dpv/loc#");
    prefixes.put("dct", "http://purl.org/dc/terms/");
    prefixes.put("skos", "http://www.w3.org/2004/02/skos/core#");
    prefixes.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    prefixes.put("ab", "urn:aboveboard:term:");
    return prefixes;
  }

  static String context(Policy policy) {
    var context = members();
    PREFIXES.forEach(context::text);
    return context.text("this", "urn:aboveboard:policy:" + policy.digest() + ":").object();
  }

  /// A thing of ours, of these kinds.
  Json.Members node(String id, String... types) {
    return node(id, List.of(types));
  }

  Json.Members node(String id, List<String> types) {
    return members().text("@id", "this:" + id).texts("@type", types.stream());
  }

  /// A reference to any thing.
  String id(String id) {
    return members().text("@id", id).object();
  }

  /// A reference to a thing of ours.
  String to(String id) {
    return id("this:" + id);
  }

  String all(String kind, Stream<String> ids) {
    return list(ids.map(id -> to(kind + id)));
  }

  /// Words in each language of the policy.
  String said(Text text) {
    return list(
        policy.organisation().languages().stream()
            .map(language ->
                members()
                    .text("@value", text.in(language))
                    .text("@language", language.code())
                    .object()));
  }

  String typed(String value, String type) {
    return members().text("@value", value).text("@type", type).object();
  }

  String right(String article) {
    var node = node("right/" + article, "eu-gdpr:" + article);
    return article.equals("A77")
        ? node.with("dpv:isExercisedAt", to("supervisor")).object()
        : node.text("dpv:isExercisedAt", HERE).object();
  }

  /// The kinds of data a category is: what its aliases say, how it came to be, how it can hurt.
  List<String> types(Category category) {
    var provenance =
        switch (category.provenance()) {
          case PROVIDED -> "dpv:ProvidedPersonalData";
          case OBSERVED -> "dpv:ObservedPersonalData";
          case INFERRED -> "dpv:InferredPersonalData";
        };
    return Stream.of(
            known(category.aliases()),
            Stream.of(provenance),
            category.isSensitive() ? Stream.of("dpv:SensitivePersonalData") : Stream.<String>of())
        .flatMap(types -> types)
        .distinct()
        .toList();
  }

  /// The aliases that are terms of the vocabulary.
  static Stream<String> known(Aliases aliases) {
    return aliases.dpv().stream().filter(term -> TERM.matcher(term).matches());
  }

  /// What is done with data, in the vocabulary's terms.
  static List<String> processing(Set<Use> uses) {
    return Arrays.stream(Use.values())
        .filter(uses::contains)
        .flatMap(DpvTerms::processing)
        .distinct()
        .toList();
  }

  private static Stream<String> processing(Use use) {
    return switch (use) {
      case COLLECT -> Stream.of("dpv:Collect", "dpv:Store");
      case SERVE -> Stream.of("dpv:Use");
      case EXPLAIN -> Stream.of("dpv:Retrieve");
      case TRAIN -> Stream.of("dpv:Analyse");
      case AUDIT -> Stream.of("dpv:Assess");
      case DISCLOSE -> Stream.of("dpv:Share");
    };
  }
}
