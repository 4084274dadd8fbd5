package org.aboveboard.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Somebody outside who gets data.
///
/// @param party who they are
/// @param role what they are in law
/// @param gets the categories of data they may get
/// @param why what they do with it, in words for the person
/// @param contractUntil the last day of the contract
/// @param transfer what allows data to leave for their country, where something must
public record Vendor(
    String id,
    Text label,
    Organisation.Party party,
    Role role,
    Set<String> gets,
    Text why,
    LocalDate contractUntil,
    List<Certificate> certificates,
    Optional<String> transfer) {

  public Vendor {
    gets = Set.copyOf(gets);
    certificates = certificates.stream().sorted(Comparator.comparing(Certificate::name)).toList();
  }

  /// What somebody who gets data is in law.
  public enum Role {
    PROCESSOR,
    JOINT_CONTROLLER,
    THIRD_PARTY
  }

  /// Outside proof of how well they do it.
  ///
  /// @param until the last day it counts
  public record Certificate(String name, LocalDate until) {}
}
