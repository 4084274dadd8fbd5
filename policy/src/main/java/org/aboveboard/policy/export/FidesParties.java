package org.aboveboard.policy.export;

import static org.aboveboard.policy.export.Draft.NO_WORD;
import static org.aboveboard.policy.export.Draft.SAYS_NOTHING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.read.Kind;

/// Who a manifest speaks of: the organisation, and the systems of others as vendors.
record FidesParties(FidesSource source, Draft.Speech speech) {

  Draft organisation() {
    var given = source.organisation();
    var draft = Draft.of("organisation.yaml", source.rest().part("organisation"), speech);
    var controller = given.part("controller");
    var officer = given.part("data_protection_officer");
    var officers = draft.inner("officers");
    return draft
        .known("name", given.text("name"), SAYS_NOTHING)
        .with(
            "controller",
            party(
                draft.inner("controller"),
                controller.text("name"),
                controller.text("address"),
                controller.text("email")))
        .needed("languages", "The manifest does not say in which language its words are.")
        .needed("whatWeShow", NO_WORD)
        .with(
            "officers",
            officers
                .needed("dataSteward", NO_WORD)
                .needed("modelOwner", NO_WORD)
                .needed("ethicsOfficer", NO_WORD)
                .with(
                    "dataProtection",
                    officers
                        .inner("dataProtection")
                        .words("title", officer.text("name"), SAYS_NOTHING)
                        .known("email", officer.text("email"), SAYS_NOTHING)))
        .needed("jurisdiction", NO_WORD)
        .needed("supervisor", NO_WORD)
        .kept("storedIn");
  }

  private static Draft party(
      Draft party, Optional<String> name, Optional<String> address, Optional<String> email) {
    return party
        .known("name", name, SAYS_NOTHING)
        .known("address", address, SAYS_NOTHING)
        .needed("country", NO_WORD)
        .known("email", email, SAYS_NOTHING);
  }

  List<Draft> vendors() {
    return source.vendors().map(this::vendor).toList();
  }

  private Draft vendor(Part system) {
    var id = source.vendorIds().id(FidesSource.key(system)).orElseThrow();
    var rest = FidesSource.rest(system, "vendor");
    var isOurs = !rest.isEmpty();
    var draft = Draft.of(Kind.VENDOR.file(id), rest, speech);
    draft
        .words("label", system.text("name"), SAYS_NOTHING)
        .with(
            "party",
            party(
                draft.inner("party"),
                system.text("legal_name"),
                system.text("legal_address"),
                system.text("dpo")));
    if (system.texts("responsibility").contains("Processor")
        || system.texts("responsibility").contains("Sub-Processor")) {
      draft.known("role", Draft.text("processor"));
    } else {
      draft.needed("role", "Fideslang does not tell joint controllers from others.");
    }
    draft.known("gets", Part.texts(source.categories().ids(gets(system)).stream().sorted()));
    if (isOurs) {
      draft.words("why", system.text("description"), SAYS_NOTHING);
    } else {
      draft
          .gap("why", "Say to people what they do with the data, in plain words.")
          .quote(system.text("description"), "describes it as");
    }
    draft.needed("contractUntil", NO_WORD).kept("certificates");
    system.texts("legal_basis_for_transfers").stream()
        .findFirst()
        .ifPresent(basis -> draft.known("transfer", Draft.text(basis)));
    return draft;
  }

  /// What flows to it from us, and all it says it uses.
  private static List<String> gets(Part system) {
    return Stream.concat(
            system.parts("ingress").stream(), system.parts("privacy_declarations").stream())
        .flatMap(part -> part.texts("data_categories").stream())
        .toList();
  }
}
