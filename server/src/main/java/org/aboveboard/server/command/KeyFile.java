package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.aboveboard.policy.Person;

/// The file with the Ed25519 private key (RFC 8410, PKCS#8 in PEM) that a person signs with. It
/// prints nothing of the key.
final class KeyFile {
  private static final String ED25519 = "Ed25519";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final int MOST_BYTES = 4_096;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final PrivateKey key;

  private KeyFile(PrivateKey key) {
    this.key = key;
  }

  /// Makes a key in a new file; answers the public half as a policy declares it.
  static String create(Path file, SecureRandom random) throws IOException, Complaint {
    if (Files.exists(file)) {
      throw new Complaint(
          file + " is there already.", "Name a file that is not, so that no key is lost.");
    }
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
      generator.initialize(NamedParameterSpec.ED25519, random);
      KeyPair pair = generator.generateKeyPair();
      Private.newFile(file, pem(pair.getPrivate().getEncoded()));
      return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    } catch (FileSystemException e) {
      throw new Complaint(
          file + " cannot be written.", "Name a new file in a folder that is there and yours.");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform from 15 on has Ed25519", e);
    }
  }

  static KeyFile read(Path file) throws IOException, Complaint {
    if (!Files.isRegularFile(file)) {
      throw new Complaint("There is no key at " + file + ".", "Give the file of your own key.");
    }
    if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
      throw new Complaint(
          "Others than you can reach the key in " + file + ".",
          "Write chmod 600 for that file; if anybody may have read it, make a new key.");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw noKey(file);
    }
    // a file of other bytes than ASCII is no key, and no fault of ours
    return parse(file, Files.readString(file, ISO_8859_1).strip());
  }

  private static KeyFile parse(Path file, String text) throws Complaint {
    if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
      throw noKey(file);
    }
    try {
      String body = text.substring(BEGIN.length(), text.length() - END.length());
      var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
      return new KeyFile(KeyFactory.getInstance(ED25519).generatePrivate(encoded));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw noKey(file);
    }
  }

  private static Complaint noKey(Path file) {
    return new Complaint(
        file + " holds no Ed25519 private key.",
        "./aboveboard approve --new-key FILE makes one; its public half goes into people/.");
  }

  /// The signature of a person by the key in a file, which has to be theirs.
  static String signature(Path file, Person signer, byte[] what) throws IOException, Complaint {
    String signature = read(file).sign(what);
    if (!signer.hasSigned(what, signature)) {
      throw new Complaint(
          "The key in " + file + " is not the one in people/" + signer.id() + ".yaml.",
          "Sign with the key whose public half is there.");
    }
    return signature;
  }

  /// The signature of these bytes by this key, in base64.
  String sign(byte[] what) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(what);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An Ed25519 key can sign", e);
    }
  }

  private static String pem(byte[] encoded) {
    return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded) + "\n" + END + "\n";
  }

  @Override
  public String toString() {
    return "KeyFile";
  }
}
