package org.aboveboard.server.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Prompt;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.sql.Bytes;
import org.aboveboard.server.subject.Keyring;

/// Prompts as they are served: each with an id that names what was shown to whom, and answers once.
///
/// The id is the facts and an HMAC over them, so that nothing about a person is stored before they
/// have decided something.
public final class Prompts {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final String SEPARATOR = "~";

  private final Declaration declaration;
  private final Keyring keyring;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public Prompts(Declaration declaration, Keyring keyring, InstantSource clock) {
    this.declaration = declaration;
    this.keyring = keyring;
    this.clock = clock;
  }

  /// A prompt with its single-use id.
  public record Served(String id, Prompt prompt) {}

  /// Serves the question about one purpose at one surface to one person.
  ///
  /// @param sighted whether it names the opt-out signal that the person's browser sends
  public Served serve(String name, Surface surface, Purpose purpose, boolean sighted) {
    Policy policy = declaration.policy();
    Prompt prompt = Prompt.of(policy, surface, purpose, policy.organisation().language());
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    String facts =
        String.join(
            SEPARATOR,
            surface.id(),
            purpose.id(),
            prompt.digest(),
            Long.toString(clock.instant().toEpochMilli()),
            sighted ? "sighted" : "plain",
            HexFormat.of().formatHex(nonce));
    return new Served(encode(facts) + "." + encode(mac(facts, name)), prompt);
  }

  /// What an id says that really was served to this person and can still be answered.
  Optional<Answerable> read(String id, String name) {
    String[] parts = id.split("\\.", 2);
    if (parts.length != 2 || id.length() > 1000) {
      return Optional.empty();
    }
    try {
      String facts = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
      byte[] claimed = Base64.getUrlDecoder().decode(parts[1]);
      return MessageDigest.isEqual(claimed, mac(facts, name))
          ? answerable(facts)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Answerable> answerable(String facts) {
    String[] fact = facts.split(SEPARATOR, -1);
    Instant served = Instant.ofEpochMilli(Long.parseLong(fact[3]));
    Policy policy = declaration.policy();
    return served.plus(LIFE).isBefore(clock.instant())
        ? Optional.empty()
        : policy
            .surface(fact[0])
            .flatMap(surface ->
                policy
                    .purpose(fact[1])
                    .filter(purpose -> Prompt.mayAsk(surface, purpose))
                    .map(purpose ->
                        new Answerable(
                            surface,
                            purpose,
                            fact[2],
                            served,
                            fact[4].equals("sighted"),
                            Bytes.of(HexFormat.of().parseHex(fact[5])))));
  }

  /// A served prompt that has not run out.
  record Answerable(
      Surface surface,
      Purpose purpose,
      String digest,
      Instant served,
      boolean sighted,
      Bytes nonce) {
    /// The prompt as it would be shown now; another digest means that its words have changed.
    Prompt now(Policy policy) {
      return Prompt.of(policy, surface, purpose, policy.organisation().language());
    }
  }

  private byte[] mac(String facts, String name) {
    return keyring.mac("prompt", (facts + "\n" + name).getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
