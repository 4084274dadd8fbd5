package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.aboveboard.policy.Need;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.read.Kind;

/// What is demanded of those who get data.
final class VendorChecks {
  private static final String ANCHOR = "GDPR Art. 28(1)";
  private static final String CONTRACT = "GDPR Art. 28(3)";

  /// The countries of the European Economic Area, by their ISO 3166 codes.
  private static final Set<String> EEA =
      Set.of(
          "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO"
              .split(" ", -1));

  static final List<Check> ALL =
      List.of(
          new Check(
              error("V-CERTIFICATE", "No certificate is past its last day.", ANCHOR),
              in -> certificate(in, Inspection::isPast, "was")),
          new Check(
              warning("V-CERTIFIED", "A certificate holds for thirty more days.", ANCHOR),
              in -> certificate(in, Inspection::isSoon, "is")),
          new Check(
              error("V-CONTRACT", "Who gets data is bound by a contract in force.", CONTRACT),
              in -> contract(in, Inspection::isPast, "was")),
          new Check(
              warning("V-BOUND", "A contract holds for thirty more days.", CONTRACT),
              in -> contract(in, Inspection::isSoon, "is")),
          new Check(
              error(
                  "V-TRANSFER",
                  "Data leaves the EEA only where something allows it.",
                  "GDPR Art. 44"),
              VendorChecks::transfer),
          new Check(
              error(
                  "V-GETS", "A vendor may get only what a purpose gives it.", "GDPR Art. 5(1)(b)"),
              VendorChecks::gets),
          new Check(
              error("V-GIVEN", "A purpose gives a vendor only what it may get.", CONTRACT),
              VendorChecks::given),
          new Check(
              warning(
                  "V-UNUSED", "Every vendor that is named gets something.", "GDPR Art. 13(1)(e)"),
              VendorChecks::unused));

  private VendorChecks() {}

  private static Stream<Vendor> vendors(Inspection in) {
    return in.declared().vendors().stream();
  }

  private static List<Purpose> giving(Inspection in, Vendor vendor) {
    return in.policy().purposes().stream()
        .filter(purpose -> purpose.recipients().contains(vendor.id()))
        .toList();
  }

  private static Stream<Remark> certificate(
      Inspection in, BiPredicate<Inspection, LocalDate> ends, String verb) {
    return vendors(in)
        .flatMap(vendor ->
            vendor.certificates().stream()
                .filter(certificate -> ends.test(in, certificate.until()))
                .map(certificate ->
                    new Remark(
                        in.place(Kind.VENDOR, vendor.id(), "certificates", certificate.name()),
                        say(
                            "The last day of '%s' %s %s: nothing shows after it that data is safe"
                                + " there.",
                            certificate.name(), verb, certificate.until()),
                        "Get the new one and write its last day, or give the vendor nothing.")));
  }

  private static Stream<Remark> contract(
      Inspection in, BiPredicate<Inspection, LocalDate> ends, String verb) {
    return vendors(in)
        .filter(vendor -> ends.test(in, vendor.contractUntil()))
        .map(vendor ->
            new Remark(
                in.place(Kind.VENDOR, vendor.id(), "contractUntil"),
                say(
                    "The last day of the contract %s %s: nothing binds the vendor after it.",
                    verb, vendor.contractUntil()),
                "Renew it and write its last day, or give the vendor nothing."));
  }

  private static Stream<Remark> transfer(Inspection in) {
    return vendors(in)
        .filter(vendor -> vendor.transfer().isEmpty() && isAbroad(in, vendor.party().country()))
        .map(vendor ->
            new Remark(
                in.place(Kind.VENDOR, vendor.id(), "party", "country"),
                say(
                    "Data goes to %s, where our law does not hold, and nothing allows it.",
                    vendor.party().country()),
                "Write what does under 'transfer:', such as standard contractual clauses, or give"
                    + " the vendor nothing."));
  }

  private static boolean isAbroad(Inspection in, String country) {
    var home = in.policy().organisation().jurisdiction();
    return !country.equals(home) && !(EEA.contains(country) && EEA.contains(home));
  }

  private static Stream<Remark> gets(Inspection in) {
    return vendors(in)
        .filter(vendor -> !giving(in, vendor).isEmpty())
        .flatMap(vendor -> {
          var given =
              giving(in, vendor).stream()
                  .flatMap(purpose -> purpose.data().stream())
                  .map(Need::category)
                  .collect(toUnmodifiableSet());
          return vendor.gets().stream()
              .filter(category -> !given.contains(category))
              .sorted()
              .map(category ->
                  new Remark(
                      in.place(Kind.VENDOR, vendor.id(), "gets"),
                      say("It may get '%s', which no purpose that names it uses.", category),
                      "Remove it here."));
        });
  }

  private static Stream<Remark> given(Inspection in) {
    return vendors(in)
        .flatMap(vendor ->
            giving(in, vendor).stream()
                .flatMap(purpose ->
                    purpose.data().stream()
                        .map(Need::category)
                        .filter(category -> !vendor.gets().contains(category))
                        .map(category ->
                            new Remark(
                                in.place(Kind.PURPOSE, purpose.id(), "recipients"),
                                say(
                                    "It gives '%s' all its data, and '%s' is none of what that may"
                                        + " get.",
                                    vendor.id(), category),
                                say(
                                    "Add it under 'gets' in %s, or give the vendor a purpose of"
                                        + " its own.",
                                    Kind.VENDOR.file(vendor.id()))))));
  }

  private static Stream<Remark> unused(Inspection in) {
    return vendors(in)
        .filter(vendor -> giving(in, vendor).isEmpty())
        .map(vendor ->
            new Remark(
                in.place(Kind.VENDOR, vendor.id(), "label"),
                "No purpose gives this vendor anything: who reads of it would think so.",
                "Remove the file, or name the vendor in a purpose's 'recipients'."));
  }
}
