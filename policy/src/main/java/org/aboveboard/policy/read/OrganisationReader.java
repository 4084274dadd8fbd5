package org.aboveboard.policy.read;

import java.util.List;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Organisation;
import org.aboveboard.policy.Text;

/// Reads who declares the policy.
final class OrganisationReader {
  private static final Text NOTHING = Text.of(Language.EN, "");
  private static final Organisation.Party NO_PARTY = new Organisation.Party("", "", "", "");
  private static final Organisation.Officer NO_OFFICER = new Organisation.Officer(NOTHING, "");

  /// Stands in where the file is missing, so that the other files can still be read.
  static final Organisation NOBODY =
      new Organisation(
          "",
          NO_PARTY,
          List.of(Language.EN),
          new Organisation.Shown(NOTHING, NOTHING),
          new Organisation.Officers(NO_OFFICER, NO_OFFICER, NO_OFFICER, NO_OFFICER),
          "",
          new Organisation.Supervisor("", ""),
          List.of());

  private OrganisationReader() {}

  static Organisation read(Reading file) {
    var languages = file.listOf("languages", Language.class);
    var organisation =
        new Organisation(
            file.text("name"),
            party(file.block("controller")),
            languages.isEmpty() ? NOBODY.languages() : languages,
            shown(file.block("whatWeShow")),
            officers(file.block("officers")),
            file.country("jurisdiction"),
            supervisor(file.block("supervisor")),
            file.countries("storedIn"));
    if (!file.has("languages")) {
      file.fault("languages", "The policy speaks no language.", "Write 'languages: [en]'.");
    }
    file.done();
    return organisation;
  }

  static Organisation.Party party(Reading block) {
    var party =
        new Organisation.Party(
            block.text("name"),
            block.text("address"),
            block.country("country"),
            block.email("email"));
    block.done();
    return party;
  }

  private static Organisation.Shown shown(Reading block) {
    var shown = new Organisation.Shown(block.words("one"), block.words("many"));
    block.done();
    return shown;
  }

  private static Organisation.Officers officers(Reading block) {
    var officers =
        new Organisation.Officers(
            officer(block.block("dataSteward")),
            officer(block.block("modelOwner")),
            officer(block.block("ethicsOfficer")),
            officer(block.block("dataProtection")));
    block.done();
    return officers;
  }

  private static Organisation.Officer officer(Reading block) {
    var officer = new Organisation.Officer(block.words("title"), block.email("email"));
    block.done();
    return officer;
  }

  private static Organisation.Supervisor supervisor(Reading block) {
    var supervisor = new Organisation.Supervisor(block.text("name"), block.website("website"));
    block.done();
    return supervisor;
  }
}
