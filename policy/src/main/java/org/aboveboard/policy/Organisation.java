package org.aboveboard.policy;

/// Who declared the policy and answers for it.
///
/// @param language the language of the policy's words, such as `en`
public record Organisation(
    String name,
    String contact,
    String controller,
    String language,
    Shown whatWeShow,
    Officers officers) {

  /// The noun for what is recommended, as in "one book", "many books".
  public record Shown(String one, String many) {}

  /// The titles of the three people a subject or an auditor can turn to.
  public record Officers(String dataSteward, String modelOwner, String ethicsOfficer) {}
}
