package org.aboveboard.policy.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Vendor;

/// Reads one vendor.
final class VendorReader {
  private VendorReader() {}

  static Vendor read(String id, Reading file) {
    return new Vendor(
        id,
        file.words("label"),
        OrganisationReader.party(file.block("party")),
        file.oneOf("role", Vendor.Role.class, Vendor.Role.THIRD_PARTY),
        Set.copyOf(file.links("gets", Kind.CATEGORY)),
        file.words("why"),
        file.date("contractUntil"),
        certificates(file),
        file.has("transfer") ? Optional.of(file.text("transfer")) : Optional.empty());
  }

  private static List<Vendor.Certificate> certificates(Reading file) {
    return file.optionalBlock("certificates")
        .map(block ->
            block.keys().stream()
                .map(name -> new Vendor.Certificate(name, block.date(name)))
                .toList())
        .orElse(List.of());
  }
}
