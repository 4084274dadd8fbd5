package org.aboveboard.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;

/// A signed word that an invasive purpose may be on under one policy, until a day.
///
/// The signature is Ed25519 (RFC 8032) over the canonical JSON of everything else.
///
/// @param policy the digest of the policy that was approved; any other one needs its own approval
/// @param why in a sentence at least
/// @param results the measured results it rests on
/// @param until the last day on which it counts
public record Approval(
    String purpose,
    String role,
    String person,
    String policy,
    String why,
    String results,
    LocalDate until,
    String signature) {

  /// What is signed.
  public byte[] signed() {
    return Json.members()
        .text("format", "aboveboard-approval-1")
        .text("purpose", purpose)
        .text("role", role)
        .text("person", person)
        .text("policy", policy)
        .text("why", why)
        .text("results", results)
        .text("until", until.toString())
        .object()
        .getBytes(UTF_8);
  }

  /// The same with a signature.
  public Approval with(String made) {
    return new Approval(purpose, role, person, policy, why, results, until, made);
  }

  /// Whether this person, in this role, signed it with their declared key.
  public boolean isSignedBy(Person signer) {
    return signer.id().equals(person)
        && signer.role().equals(role)
        && signer.hasSigned(signed(), signature);
  }
}
