package org.aboveboard.policy.export;

import static org.aboveboard.policy.Json.list;
import static org.aboveboard.policy.Json.members;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Assessment;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prohibition;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Vendor;

/// A policy as JSON-LD in the terms of the Data Privacy Vocabulary, version 2: a process for each
/// purpose, and what they have in common.
///
/// Its context stands in it, so that nothing has to be fetched to read it. A term of ours has an id
/// that begins with `this:`, which names this very version by its digest.
public final class Dpv {
  private final Policy policy;
  private final DpvTerms terms;

  private Dpv(Policy policy) {
    this.policy = policy;
    this.terms = new DpvTerms(policy);
  }

  /// The JSON-LD of a policy.
  public static String write(Policy policy) {
    return members()
        .with("@context", DpvTerms.context(policy))
        .with("@graph", list(new Dpv(policy).nodes().stream()))
        .object();
  }

  private List<String> nodes() {
    var nodes = new ArrayList<String>();
    nodes.add(root());
    nodes.add(controller());
    nodes.add(officer());
    nodes.add(supervisor());
    nodes.add(terms.node("person", "dpv:DataSubject").object());
    nodes.add(
        terms
            .node("notice", "dpv:PrivacyNotice", "dpv:LayeredNotice")
            .texts(
                "dct:language", policy.organisation().languages().stream().map(one -> one.code()))
            .object());
    policy.roles().stream().map(this::role).forEach(nodes::add);
    DpvTerms.RIGHTS.forEach(right -> nodes.add(terms.right(right)));
    policy.categories().stream().map(this::category).forEach(nodes::add);
    policy.declared().vendors().stream().map(this::vendor).forEach(nodes::add);
    policy.declared().models().stream().map(this::model).forEach(nodes::add);
    policy.declared().assessments().stream().map(this::assessment).forEach(nodes::add);
    policy.declared().prohibitions().stream().map(this::prohibition).forEach(nodes::add);
    var processes = new DpvProcess(policy, terms);
    policy.purposes().forEach(purpose -> nodes.addAll(processes.nodes(purpose)));
    return nodes;
  }

  private String root() {
    var organisation = policy.organisation();
    return terms
        .node("policy", "dpv:Policy")
        .text("dct:identifier", policy.digest())
        .text("dct:title", organisation.name())
        .with("dpv:hasDataController", terms.to("controller"))
        .with("dpv:hasDataSubject", terms.to("person"))
        .with("dpv:hasNotice", terms.to("notice"))
        .with("dpv:hasRight", terms.all("right/", DpvTerms.RIGHTS.stream()))
        .with("dpv:hasProcess", terms.all("process/", policy.purposes().stream().map(Purpose::id)))
        .with(
            "dpv:hasProhibition",
            terms.all(
                "prohibition/", policy.declared().prohibitions().stream().map(Prohibition::id)))
        .with(
            "dpv:hasLocation",
            list(organisation.storedIn().stream().map(code -> terms.id("loc:" + code))))
        .object();
  }

  private String controller() {
    return party("controller", policy.organisation().controller(), "dpv:DataController")
        .with("dpv:hasDataProtectionOfficer", terms.to("officer"))
        .with("dpv:hasJurisdiction", terms.id("loc:" + policy.organisation().jurisdiction()))
        .with("dpv:hasAuthority", terms.to("supervisor"))
        .object();
  }

  private Json.Members party(String id, Organisation.Party party, String type) {
    return terms
        .node(id, type)
        .text("dpv:hasName", party.name())
        .text("dpv:hasAddress", party.address())
        .text("dpv:hasContact", party.email())
        .with("dpv:hasCountry", terms.id("loc:" + party.country()));
  }

  private String officer() {
    var officer = policy.organisation().officers().dataProtection();
    return terms
        .node("officer", "dpv:DataProtectionOfficer")
        .with("dpv:hasName", terms.said(officer.title()))
        .text("dpv:hasContact", officer.email())
        .object();
  }

  private String supervisor() {
    var supervisor = policy.organisation().supervisor();
    return terms
        .node("supervisor", "dpv:DataProtectionAuthority")
        .text("dpv:hasName", supervisor.name())
        .text("dpv:hasContact", supervisor.website())
        .object();
  }

  private String role(Role role) {
    return terms
        .node("role/" + role.id(), "dpv:Entity")
        .with("skos:prefLabel", terms.said(role.label()))
        .object();
  }

  private String category(Category category) {
    var node =
        terms
            .node("category/" + category.id(), terms.types(category))
            .with("skos:prefLabel", terms.said(category.label()));
    category
        .parent()
        .ifPresent(parent -> node.with("skos:broader", terms.to("category/" + parent)));
    return node.object();
  }

  private String vendor(Vendor vendor) {
    var type =
        switch (vendor.role()) {
          case PROCESSOR -> "dpv:DataProcessor";
          case JOINT_CONTROLLER -> "dpv:DataController";
          case THIRD_PARTY -> "dpv:ThirdParty";
        };
    var node =
        party("vendor/" + vendor.id(), vendor.party(), type)
            .with("skos:prefLabel", terms.said(vendor.label()))
            .with("dct:description", terms.said(vendor.why()))
            .with("dpv:hasPersonalData", terms.all("category/", vendor.gets().stream().sorted()));
    vendor.transfer().ifPresent(why -> node.text("dpv:hasJustification", why));
    return node.object();
  }

  private String model(Model model) {
    return terms
        .node("model/" + model.id(), "dpv:AlgorithmicLogic")
        .with("skos:prefLabel", terms.said(model.label()))
        .with("dct:description", terms.said(model.sentence()))
        .with("dpv:hasResponsibleEntity", terms.to("role/" + model.owner()))
        .object();
  }

  private String assessment(Assessment assessment) {
    return terms
        .node("assessment/" + assessment.id(), "dpv:ImpactAssessment")
        .with("skos:prefLabel", terms.said(assessment.label()))
        .with("dct:description", terms.said(assessment.conclusion()))
        .with("dct:issued", terms.typed(assessment.on().toString(), "xsd:date"))
        .with("dct:valid", terms.typed(assessment.until().toString(), "xsd:date"))
        .with("dpv:hasResponsibleEntity", terms.to("role/" + assessment.by()))
        .object();
  }

  private String prohibition(Prohibition no) {
    return terms
        .node("prohibition/" + no.id(), "dpv:Prohibition")
        .with("skos:prefLabel", terms.said(no.label()))
        .with("dpv:hasPersonalData", terms.all("category/", no.categories().stream().sorted()))
        .with("dpv:hasProcessing", list(DpvTerms.processing(no.uses()).stream().map(terms::id)))
        .texts("ab:use", no.uses().stream().sorted().map(Spoken::word))
        .with("dpv:hasProcess", terms.all("process/", no.purposes().stream().sorted()))
        .object();
  }
}
