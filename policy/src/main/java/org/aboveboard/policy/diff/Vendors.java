package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Turn;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.Vendor.Certificate;

/// Which way each key of a vendor goes. A yes names vendors by their ids, so another company under
/// the same id is told here and nowhere else.
record Vendors(Versions versions, List<Change> changes) {

  /// The European Economic Area, where one law holds.
  private static final Set<String> EEA =
      Set.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE", "IS", "LI", "NO");

  void compare() {
    versions.each(
        Part.VENDOR,
        Declared::vendors,
        Vendor::id,
        _ -> Gain.MORE,
        vendor -> versions.touching(givenTo(vendor)),
        changes,
        this::compare);
  }

  private void compare(Pair<Vendor> pair) {
    var touched = pair.reaching(versions.touching(givenTo(pair.before())));
    touched
        .text("label", "it is called", Vendor::label)
        .text("why", "what it does with it:", Vendor::why)
        .value("party.name", "it is", v -> v.party().name(), Spelled::quoted, Way.other())
        .plain("party.address", "its address is", v -> v.party().address())
        .value("party.country", "it is in", v -> v.party().country(), c -> c, Vendors::country)
        .plain("party.email", "its e-mail is", v -> v.party().email())
        .value("role", "in law it is", Vendor::role, Spelled::word, Way.greater())
        .members("gets", "it … gets", Vendor::gets, versions.names(Part.CATEGORY), Gain.MORE)
        .value(
            "contractUntil",
            "its contract ends on",
            Vendor::contractUntil,
            LocalDate::toString,
            Way.later())
        .value(
            "transfer",
            "what lets data leave for its country is",
            Vendor::transfer,
            Spelled.or("none", Spelled::quoted),
            Way.guard(Way.other()))
        .parts(
            "certificates",
            "it … has the certificate",
            v -> v.certificates().stream().collect(toMap(Certificate::name, Certificate::until)),
            Spelled::quoted,
            Gain.GUARD,
            _ -> touched.reach(),
            Vendors::certificate);
  }

  private static void certificate(Pair<LocalDate> pair) {
    pair.value("", "its certificate ends on", day -> day, LocalDate::toString, Way.sooner());
  }

  /// Within the area the same law holds; outside of it every country has its own.
  private static Turn country(String before, String after) {
    if (!EEA.contains(after)) {
      return Turn.WIDENING;
    }
    return EEA.contains(before) ? Turn.WORDING : Turn.NARROWING;
  }

  private Set<String> givenTo(Vendor vendor) {
    return versions.purposes((Purpose purpose) -> purpose.recipients().contains(vendor.id()));
  }
}
