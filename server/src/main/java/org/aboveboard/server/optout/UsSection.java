package org.aboveboard.server.optout;

import com.iab.gpp.encoder.GppModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A section of a GPP string after the law of the United States or one of the states.
///
/// Its values have two bits: 1 is a no, 0 and 2 are none; 3 means nothing and is taken as a no. A
/// child is known to be one wherever its field is not 0.
final class UsSection {
  /// Version, fields, and perhaps a second part of type 1, whose third bit is the GPC signal.
  private static final Pattern FORM =
      Pattern.compile("[BC][A-Za-z0-9_-]{1,23}(?:\\.[Q-Za-f][A-Za-z0-9_-]{0,3})?");

  private static final int NATIONAL = 7;
  private static final int LAST = 22;
  private static final int GPC = 2;
  private static final int OLD_LENGTH = 10;
  private static final String CHILD = "KnownChildSensitiveDataConsents";

  private static final Map<String, OptOut> FIELDS =
      Map.of(
          "SaleOptOut", OptOut.SALE,
          "SharingOptOut", OptOut.SHARING,
          "TargetedAdvertisingOptOut", OptOut.TARGETED_ADVERTISING,
          "SensitiveDataProcessing", OptOut.SENSITIVE_DATA,
          "PersonalDataConsents", OptOut.FURTHER_USES,
          "AdditionalDataProcessingConsent", OptOut.FURTHER_USES);

  private final GppModel model = new GppModel();
  private final int number;

  private UsSection(int number, String core) {
    this.number = number;
    model.decodeSection(number, core);
  }

  static Optional<Sent> read(int number, String text) {
    return isOne(number, text)
        ? Optional.of(said(number, text.split("\\.", -1)))
        : Optional.empty();
  }

  /// Only the national section has a second version.
  private static boolean isOne(int number, String text) {
    return number >= NATIONAL
        && number <= LAST
        && FORM.matcher(text).matches()
        && (text.startsWith("B") || number == NATIONAL);
  }

  private static Sent said(int number, String[] parts) {
    var section = new UsSection(number, whole(number, parts[0]));
    return Sent.ofGpp(
        parts.length > 1 && new Bits(parts[1]).at(GPC), section.optOuts(), section.isOfAChild());
  }

  /// The library knows the old, shorter layout of the national section by a length that tools write
  /// only if they fill it up (iabgpp-java, issue 77).
  static String whole(int number, String core) {
    boolean isOld = number == NATIONAL && core.length() == OLD_LENGTH && core.startsWith("B");
    return isOld ? core + "A" : core;
  }

  private Set<OptOut> optOuts() {
    return FIELDS.entrySet().stream()
        .filter(field -> values(field.getKey()).anyMatch(value -> value % 2 == 1))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  private boolean isOfAChild() {
    return values(CHILD).anyMatch(value -> value != 0);
  }

  private Stream<Integer> values(String field) {
    if (!model.hasField(number, field)) {
      return Stream.empty();
    }
    Object value = model.getFieldValue(number, field);
    return (value instanceof List<?> list ? list.stream() : Stream.of(value))
        .map(Integer.class::cast);
  }
}
