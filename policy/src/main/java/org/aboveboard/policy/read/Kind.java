package org.aboveboard.policy.read;

/// The kinds of thing that have ids, and the folder each one's files are in.
public enum Kind {
  ROLE("role", "roles.yaml"),
  PERSON("person", "people"),
  CATEGORY("category", "categories"),
  SIGNAL("signal", "signals"),
  EVENT("event", "events"),
  PURPOSE("purpose", "purposes"),
  SURFACE("surface", "surfaces"),
  VENDOR("vendor", "vendors"),
  MODEL("model", "models"),
  PROHIBITION("prohibition", "prohibitions"),
  ASSESSMENT("assessment", "assessments"),
  SEGMENT("segment", "segments"),
  GROUPS("group of providers", "groups"),
  MONITOR("monitor", "monitors"),
  EXPERIMENT("experiment", "experiments"),
  APPROVAL("approval", "approvals"),
  RELEASE("release", "releases");

  private final String word;
  private final String folder;

  Kind(String word, String folder) {
    this.word = word;
    this.folder = folder;
  }

  /// As a sentence names one: "the category".
  public String word() {
    return word;
  }

  public String folder() {
    return folder;
  }

  /// The file of a thing of this kind.
  public String file(String id) {
    return this == ROLE ? folder : folder + "/" + id + ".yaml";
  }
}
