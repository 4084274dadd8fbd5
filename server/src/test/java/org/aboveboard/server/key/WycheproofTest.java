package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// The public cases of Wycheproof (Apache-2.0), where they are at hand; a few of them are re-typed
/// in [KnownAnswersTest].
final class WycheproofTest {
  private static final Path VECTORS =
      Path.of(System.getProperty("aboveboard.shared", "../../shared"), "data/vectors/wycheproof");

  /// A case in which we and the public verdict differ, by its number.
  private interface Verdict {
    boolean isValid(JsonNode group, JsonNode test) throws GeneralSecurityException;
  }

  private static List<Integer> disagreements(String name, int count, Verdict verdict)
      throws Exception {
    Path file = VECTORS.resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> "skipped: no public vectors at " + file);
    List<Integer> wrong = new ArrayList<>();
    int tests = 0;
    for (JsonNode group : read(file).get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        if (isOurs(group)) {
          tests++;
          if (verdict.isValid(group, test) != test.get("result").asText().equals("valid")) {
            wrong.add(test.get("tcId").asInt());
          }
        }
      }
    }
    assertThat(tests).isEqualTo(count);
    return wrong;
  }

  private static JsonNode read(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  /// Of AES-GCM, we use keys of 256 bits with nonces of 96.
  private static boolean isOurs(JsonNode group) {
    return !group.has("ivSize")
        || (group.get("keySize").asInt() == 256 && group.get("ivSize").asInt() == 96);
  }

  private static byte[] hex(JsonNode test, String field) {
    return HexFormat.of().parseHex(test.get(field).asText());
  }

  @Test
  void everyAesGcmCaseGetsItsVerdict() throws Exception {
    assertThat(
            disagreements(
                "aes_gcm.json",
                66,
                (_, test) -> {
                  var key = new SecretKeySpec(hex(test, "key"), "AES");
                  String sealed =
                      test.get("iv").asText() + test.get("ct").asText() + test.get("tag").asText();
                  try {
                    byte[] plain =
                        Seal.open(key, hex(test, "aad"), HexFormat.of().parseHex(sealed));
                    return Arrays.equals(plain, hex(test, "msg"));
                  } catch (IllegalStateException e) {
                    return false;
                  }
                }))
        .isEmpty();
  }

  @Test
  void everyHkdfCaseGetsItsVerdict() throws Exception {
    assertThat(
            disagreements(
                "hkdf_sha256.json",
                86,
                (_, test) -> {
                  try {
                    byte[] made =
                        Hkdf.bytes(
                            hex(test, "ikm"),
                            hex(test, "salt"),
                            hex(test, "info"),
                            test.get("size").asInt());
                    return Arrays.equals(made, hex(test, "okm"));
                  } catch (GeneralSecurityException e) {
                    return false;
                  }
                }))
        .isEmpty();
  }

  @Test
  void everyHmacCaseGetsItsVerdict() throws Exception {
    assertThat(
            disagreements(
                "hmac_sha256.json",
                174,
                (group, test) -> {
                  byte[] whole =
                      Keyring.mac(
                          new SecretKeySpec(hex(test, "key"), "HmacSHA256"), hex(test, "msg"));
                  int length = group.get("tagSize").asInt() / Byte.SIZE;
                  return Arrays.equals(Arrays.copyOf(whole, length), hex(test, "tag"));
                }))
        .isEmpty();
  }
}
