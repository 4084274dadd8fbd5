package org.aboveboard.policy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.LocalDate;
import java.util.Base64;

/// Somebody with a key of their own who can approve, in tests.
public record Signer(KeyPair pair) {

  public static Signer fresh() {
    try {
      return new Signer(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Their public key as a policy declares it.
  public String key() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  /// Declares them in a folder as the ethics officer `mo`.
  public Folder join(Folder folder) {
    return folder.write(
        "people/mo.yaml", "name: M. O.\nrole: ethics-officer\nkey: " + key() + "\n");
  }

  /// Their signed approval of a purpose of this policy.
  public Approval approve(Policy policy, String purpose, LocalDate until) {
    return sign(
        new Approval(
            purpose, "ethics-officer", "mo", policy.digest(), "because", "none", until, ""));
  }

  public Approval sign(Approval approval) {
    return approval.with(signature(approval.signed()));
  }

  public Release sign(Release release) {
    return release.with(signature(release.signed()));
  }

  private String signature(byte[] what) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(pair.getPrivate());
      signature.update(what);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Writes into a folder the assessment that its taste profile now needs.
  public static Folder assess(Folder folder) {
    var digest = folder.read().purpose("taste-profile").orElseThrow().digest();
    var text = folder.text("assessments/taste.yaml");
    return folder.write(
        "assessments/taste.yaml",
        text.replaceAll("taste-profile: \"?[0-9a-f]{64}\"?", "taste-profile: \"" + digest + "\""));
  }
}
