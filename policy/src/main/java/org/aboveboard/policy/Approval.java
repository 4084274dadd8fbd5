package org.aboveboard.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;

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
    if (!signer.id().equals(person) || !signer.role().equals(role)) {
      return false;
    }
    try {
      var key = new X509EncodedKeySpec(Base64.getDecoder().decode(signer.key()));
      var check = Signature.getInstance("Ed25519");
      check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(key));
      check.update(signed());
      return check.verify(Base64.getDecoder().decode(signature));
    } catch (GeneralSecurityException | IllegalArgumentException _) {
      return false;
    }
  }
}
