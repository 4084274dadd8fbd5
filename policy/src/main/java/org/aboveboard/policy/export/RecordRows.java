package org.aboveboard.policy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.tell.Notice;

/// The rows of a record of processing, in one language.
record RecordRows(Policy policy, Language language) {

  /// The columns, each heading in every language.
  private enum Column {
    PURPOSE("Purpose", "Zweck"),
    DONE("What is done", "Was geschieht"),
    BASIS("Basis", "Grundlage"),
    PEOPLE("Whose data", "Wessen Daten"),
    DATA("Data", "Daten"),
    RECIPIENTS("Recipients", "Empfänger"),
    TRANSFERS("Transfers, and what allows them", "Übermittlung, und was sie erlaubt"),
    ERASED("Erased after", "Gelöscht nach"),
    MEASURES("Measures", "Maßnahmen"),
    OWNER("Answers for it", "Steht dafür ein"),
    CONTROLLER("Controller", "Verantwortlicher"),
    OFFICER("Data protection officer", "Datenschutzbeauftragte");

    private final String english;
    private final String german;

    Column(String english, String german) {
      this.english = english;
      this.german = german;
    }

    String in(Language language) {
      return switch (language) {
        case EN -> english;
        case DE -> german;
      };
    }
  }

  RecordOfProcessing record() {
    return new RecordOfProcessing(
        policy.digest(),
        language,
        Notice.of(policy, language).labels().record(),
        List.of(Column.values()).stream().map(column -> column.in(language)).toList(),
        policy.purposes().stream().map(this::row).toList());
  }

  private RecordOfProcessing.Row row(Purpose purpose) {
    var cells = new ArrayList<String>();
    for (var column : Column.values()) {
      cells.add(cell(column, purpose));
    }
    return new RecordOfProcessing.Row(purpose.id(), cells);
  }

  private String cell(Column column, Purpose purpose) {
    var organisation = policy.organisation();
    var controller = organisation.controller();
    var officer = organisation.officers().dataProtection();
    return switch (column) {
      case PURPOSE -> Spoken.sentence(in(purpose.label()));
      case DONE -> in(purpose.sentence());
      case BASIS -> basis(purpose.basis());
      case PEOPLE -> people();
      case DATA -> joined(purpose.data().stream().map(Need::category).map(this::category).toList());
      case RECIPIENTS -> recipients(purpose);
      case TRANSFERS -> transfers(purpose);
      case ERASED -> erased(purpose);
      case MEASURES -> measures(purpose);
      case OWNER -> owner(purpose);
      case CONTROLLER ->
          String.join(
              ", ",
              controller.name(),
              controller.address(),
              controller.country(),
              controller.email());
      case OFFICER -> in(officer.title()) + ", " + officer.email();
    };
  }

  private String in(Text text) {
    return text.in(language);
  }

  private static String joined(List<String> things) {
    return String.join("; ", things);
  }

  private String category(String id) {
    return policy.category(id).map(category -> in(category.label())).orElse(id);
  }

  private static String basis(Basis basis) {
    return switch (basis) {
      case CONSENT -> "GDPR 6(1)(a)";
      case CONTRACT -> "GDPR 6(1)(b)";
      case LEGAL_OBLIGATION -> "GDPR 6(1)(c)";
      case LEGITIMATE_INTEREST -> "GDPR 6(1)(f)";
    };
  }

  private String people() {
    return switch (language) {
      case EN -> "everyone who uses what we offer";
      case DE -> "alle, die unser Angebot nutzen";
    };
  }

  private List<Vendor> vendors(Purpose purpose) {
    return purpose.recipients().stream().flatMap(id -> policy.vendor(id).stream()).toList();
  }

  private String recipients(Purpose purpose) {
    var vendors = vendors(purpose);
    return vendors.isEmpty()
        ? none()
        : joined(
            vendors.stream()
                .map(vendor -> vendor.party().name() + " (" + in(vendor.label()) + ")")
                .toList());
  }

  private String transfers(Purpose purpose) {
    var transfers =
        vendors(purpose).stream()
            .flatMap(vendor ->
                vendor.transfer().stream().map(why -> vendor.party().country() + ": " + why))
            .toList();
    return transfers.isEmpty() ? none() : joined(transfers);
  }

  private String none() {
    return switch (language) {
      case EN -> "none";
      case DE -> "keine";
    };
  }

  private String erased(Purpose purpose) {
    return Notice.stages(policy, language, purpose).stream()
        .map(stage -> stage.name() + ": " + stage.says().getFirst().words())
        .collect(Collectors.joining(" "));
  }

  /// What holds for all data, and what for answers of volunteers besides.
  private String measures(Purpose purpose) {
    var all = new ArrayList<>(List.of(measures()));
    all.addAll(Volunteered.of(policy, language, purpose));
    return joined(all);
  }

  private String measures() {
    return switch (language) {
      case EN ->
          "sealed under a key per person; one database role per kind of work; a journal without"
              + " gaps; erased together with its key";
      case DE ->
          "versiegelt mit einem Schlüssel je Mensch; eine Rolle in der Datenbank je Art von Arbeit;"
              + " ein Journal ohne Lücken; gelöscht samt Schlüssel";
    };
  }

  private String owner(Purpose purpose) {
    return policy.roles().stream()
        .filter(role -> role.id().equals(purpose.owner()))
        .map(role -> in(role.label()))
        .findFirst()
        .orElse(purpose.owner());
  }
}
