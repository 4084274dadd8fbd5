package org.aboveboard.policy.export;

import static org.aboveboard.policy.Json.list;
import static org.aboveboard.policy.Json.members;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Necessity;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.tell.Notice;

/// One purpose as a process, with the purpose itself, the data it needs and how long it is kept.
record DpvProcess(Policy policy, DpvTerms terms) {

  List<String> nodes(Purpose purpose) {
    var nodes = new ArrayList<>(List.of(process(purpose), purpose(purpose)));
    purpose.data().stream().map(need -> need(purpose, need)).forEach(nodes::add);
    Volunteered.segments(policy, purpose).map(this::segment).forEach(nodes::add);
    nodes.add(kept(purpose, "events", Words.period(purpose.retention().events())));
    nodes.add(kept(purpose, "model", Words.period(purpose.retention().model())));
    nodes.add(kept(purpose, "answers", Words.period(purpose.retention().answers())));
    nodes.add(
        terms
            .node("without/" + purpose.id(), "dpv:Consequence")
            .with("dct:description", terms.said(purpose.ifNo()))
            .object());
    return nodes;
  }

  private String process(Purpose purpose) {
    var node =
        terms
            .node("process/" + purpose.id(), "dpv:Process")
            .text("dct:identifier", purpose.digest())
            .with("dct:title", terms.said(purpose.label()))
            .with("dct:description", terms.said(purpose.sentence()))
            .with("dpv:hasPurpose", terms.to("purpose/" + purpose.id()))
            .with(
                "dpv:hasPersonalData",
                terms.all(
                    "data/" + purpose.id() + "/", purpose.data().stream().map(Need::category)))
            .with("dpv:hasProcessing", processing(purpose))
            .texts("ab:use", purpose.uses().stream().sorted().map(Spoken::word))
            .text("ab:level", Spoken.word(purpose.level()))
            .with("dpv:hasDataController", terms.to("controller"))
            .with("dpv:hasDataSubject", terms.to("person"))
            .with("dpv:hasRecipient", terms.all("vendor/", purpose.recipients().stream()))
            .with("dpv:hasLegalBasis", terms.id(basis(purpose)))
            .with(
                "dpv:hasStorageCondition",
                terms.all("kept/" + purpose.id() + "/", Stream.of("events", "model", "answers")))
            .with("dpv:hasConsequence", terms.to("without/" + purpose.id()))
            .with("dpv:hasNotice", terms.to("notice"))
            .with("dpv:hasResponsibleEntity", terms.to("role/" + purpose.owner()))
            .with(
                "dpv:hasAlgorithmicLogic",
                terms.all("model/", policy.declared().modelsOf(purpose).stream().map(Model::id)));
    var asked = Volunteered.segments(policy, purpose).map(Segment::id).toList();
    if (!asked.isEmpty()) {
      node.with("ab:asks", terms.all("segment/", asked.stream()));
    }
    purpose
        .assessment()
        .ifPresent(id -> node.with("dpv:hasImpactAssessment", terms.to("assessment/" + id)));
    return node.object();
  }

  private String purpose(Purpose purpose) {
    var types = DpvTerms.known(purpose.aliases()).toList();
    return terms
        .node("purpose/" + purpose.id(), types.isEmpty() ? List.of("dpv:Purpose") : types)
        .with("skos:prefLabel", terms.said(purpose.label()))
        .object();
  }

  private String need(Purpose purpose, Need need) {
    var types =
        policy.category(need.category()).map(terms::types).orElse(List.of("dpv:PersonalData"));
    var necessity = need.necessity() == Necessity.REQUIRED ? "dpv:Required" : "dpv:Optional";
    return terms
        .node("data/" + purpose.id() + "/" + need.category(), types)
        .with("skos:broader", terms.to("category/" + need.category()))
        .with("dpv:hasNecessity", terms.id(necessity))
        .with("dpv:hasJustification", terms.said(need.because()))
        .object();
  }

  /// What volunteers answer, with what the notice says of it.
  private String segment(Segment segment) {
    var says =
        list(
            policy.organisation().languages().stream()
                .map(language ->
                    members()
                        .text("@value", Notice.of(policy, language).said("segments", segment.id()))
                        .text("@language", language.code())
                        .object()));
    return terms
        .node("segment/" + segment.id(), "dpv:ProvidedPersonalData")
        .with("skos:prefLabel", terms.said(segment.label()))
        .with("dct:description", says)
        .number("ab:smallest", segment.smallest())
        .object();
  }

  private String kept(Purpose purpose, String stage, String length) {
    return terms
        .node("kept/" + purpose.id() + "/" + stage, "dpv:StorageDuration")
        .text("ab:stage", stage)
        .with("dpv:hasDuration", terms.typed(length, "xsd:duration"))
        .object();
  }

  /// What is done, and that it makes a profile, and guesses, where it does.
  private String processing(Purpose purpose) {
    var done = new ArrayList<>(DpvTerms.processing(purpose.uses()));
    if (purpose.level().isProfiling()) {
      done.add("dpv:Profiling");
    }
    if (purpose.isInvasive()) {
      done.add("dpv:Infer");
    }
    return list(done.stream().map(terms::id));
  }

  private String basis(Purpose purpose) {
    var isExplicit =
        purpose.isInvasive()
            || purpose.data().stream()
                .flatMap(need -> policy.category(need.category()).stream())
                .anyMatch(Category::isSensitive);
    return switch (purpose.basis()) {
      case CONSENT -> isExplicit ? "eu-gdpr:A6-1-a-explicit-consent" : "eu-gdpr:A6-1-a";
      case CONTRACT -> "eu-gdpr:A6-1-b";
      case LEGAL_OBLIGATION -> "eu-gdpr:A6-1-c";
      case LEGITIMATE_INTEREST -> "eu-gdpr:A6-1-f";
    };
  }
}
