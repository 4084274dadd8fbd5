package org.aboveboard.policy;

import java.util.List;
import java.util.Optional;

/// Who declared the policy and answers for it.
///
/// @param name as people know it
/// @param controller the legal person that decides what is done with data
/// @param languages those the policy speaks, the first one first
/// @param jurisdiction the country whose law applies, by its ISO 3166 code
/// @param supervisor the authority a person can complain to
/// @param storedIn the countries in which data is kept, by their ISO 3166 codes
public record Organisation(
    String name,
    Party controller,
    List<Language> languages,
    Shown whatWeShow,
    Officers officers,
    String jurisdiction,
    Supervisor supervisor,
    List<String> storedIn) {

  public Organisation {
    languages = List.copyOf(languages);
    storedIn = List.copyOf(storedIn);
  }

  /// The language a reader gets who asks for none of those it speaks.
  public Language language() {
    return languages.getFirst();
  }

  /// The first of the wanted languages that the policy speaks, or its own first one.
  public Language spoken(List<String> tags) {
    return tags.stream()
        .map(Language::of)
        .flatMap(Optional::stream)
        .filter(languages::contains)
        .findFirst()
        .orElse(language());
  }

  /// Where to write to.
  public String contact() {
    return controller.email();
  }

  /// A legal person and where it is.
  public record Party(String name, String address, String country, String email) {}

  /// The noun for what is recommended, as in "one book", "many books".
  public record Shown(Text one, Text many) {}

  /// The four people a subject or an auditor can turn to.
  public record Officers(
      Officer dataSteward, Officer modelOwner, Officer ethicsOfficer, Officer dataProtection) {}

  /// A post that somebody holds.
  public record Officer(Text title, String email) {}

  /// The authority that supervises the controller.
  public record Supervisor(String name, String website) {}
}
