package org.aboveboard.policy.map;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Provenance;
import org.aboveboard.policy.Sensitivity;

/// What is declared of a box; a fact that such a box does not have is absent.
///
/// @param owner the label of the role that answers for it
/// @param retention how long it is kept at most; absent where nothing of it is kept
/// @param recipients the labels of the vendors who get it; empty is "no one"
/// @param fields the names of the fields that are kept with it
public record Facts(
    Optional<String> owner,
    Optional<Basis> basis,
    Optional<Period> retention,
    Optional<List<String>> recipients,
    Optional<Sensitivity> sensitivity,
    Optional<Provenance> provenance,
    Optional<List<String>> fields) {

  private static final Facts NONE =
      new Facts(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Facts {
    recipients = recipients.map(List::copyOf);
    fields = fields.map(List::copyOf);
  }

  public static Facts none() {
    return NONE;
  }

  public static Facts ofEvent(List<String> fields, Optional<Period> retention) {
    return new Facts(
        NONE.owner,
        NONE.basis,
        retention,
        NONE.recipients,
        NONE.sensitivity,
        NONE.provenance,
        Optional.of(fields));
  }

  /// Of a question to volunteers: nobody else ever gets what they answer.
  public static Facts ofSegment(Optional<Period> retention) {
    return new Facts(
        NONE.owner,
        NONE.basis,
        retention,
        Optional.of(List.of()),
        NONE.sensitivity,
        Optional.of(Provenance.PROVIDED),
        NONE.fields);
  }

  public static Facts ofCategory(
      Sensitivity sensitivity,
      Provenance provenance,
      Optional<Period> retention,
      List<String> recipients) {
    return new Facts(
        NONE.owner,
        NONE.basis,
        retention,
        Optional.of(recipients),
        Optional.of(sensitivity),
        Optional.of(provenance),
        NONE.fields);
  }

  public static Facts ofPurpose(
      String owner, Basis basis, Period retention, List<String> recipients) {
    return new Facts(
        Optional.of(owner),
        Optional.of(basis),
        Optional.of(retention),
        Optional.of(recipients),
        NONE.sensitivity,
        NONE.provenance,
        NONE.fields);
  }

  public static Facts ofModel(String owner, Optional<Period> retention) {
    return new Facts(
        Optional.of(owner),
        NONE.basis,
        retention,
        NONE.recipients,
        NONE.sensitivity,
        NONE.provenance,
        NONE.fields);
  }

  Json.Members members() {
    var members = Json.members();
    owner.ifPresent(who -> members.text("owner", who));
    basis.ifPresent(what -> members.text("basis", word(what)));
    retention.ifPresent(longest -> members.text("retention", longest.toString()));
    recipients.ifPresent(who -> members.texts("recipients", who.stream()));
    sensitivity.ifPresent(how -> members.text("sensitivity", word(how)));
    provenance.ifPresent(how -> members.text("provenance", word(how)));
    fields.ifPresent(names -> members.texts("fields", names.stream()));
    return members;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
