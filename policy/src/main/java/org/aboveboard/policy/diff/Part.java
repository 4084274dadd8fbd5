package org.aboveboard.policy.diff;

/// The parts of a policy, in the order in which a difference is told.
public enum Part {
  PURPOSE("the purpose", "purposes/"),
  EVENT("the event", "events/"),
  SURFACE("the surface", "surfaces/"),
  CATEGORY("the data", "categories/"),
  SIGNAL("the signal", "signals/"),
  MODEL("the model", "models/"),
  VENDOR("the vendor", "vendors/"),
  PROHIBITION("the prohibition", "prohibitions/"),
  ASSESSMENT("the assessment", "assessments/"),
  SEGMENT("the segment", "segments/"),
  GROUPS("the groups of providers", "groups/"),
  MONITOR("the monitor", "monitors/"),
  EXPERIMENT("the experiment", "experiments/"),
  ASKING("how people are asked", "asking.yaml"),
  ORGANISATION("the organisation", "organisation.yaml"),
  ROLE("the role", "roles.yaml"),
  PERSON("the person", "people/"),
  CHANGES("who must agree to changes", "changes.yaml");

  private final String words;
  private final String where;

  Part(String words, String where) {
    this.words = words;
    this.where = where;
  }

  /// As a sentence names it.
  public String words() {
    return words;
  }

  /// The file that one of them is in.
  public String file(String id) {
    return where.endsWith("/") ? where + id + ".yaml" : where;
  }
}
