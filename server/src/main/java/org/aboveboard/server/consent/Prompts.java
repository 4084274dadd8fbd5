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
import java.util.function.BiFunction;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.sql.Bytes;

/// Prompts as they are served: each with an id that names what was shown to whom, and answers once.
///
/// The id is the facts and an HMAC over them, so that nothing about a person is stored before they
/// have decided something. It names the version of the policy, so that what was shown can be made
/// again to the byte when it is answered, and whenever somebody asks for it later.
public final class Prompts {
  /// For how long a served prompt can be answered.
  public static final Duration LIFE = Duration.ofHours(12);

  private static final String SEPARATOR = "~";
  private static final int LONGEST_ID = 1000;
  private static final int FACTS = 9;

  private final Declaration declaration;
  private final Keyring keyring;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Made.Shelf shelf = new Made.Shelf();

  public Prompts(Declaration declaration, Keyring keyring, InstantSource clock) {
    this.declaration = declaration;
    this.keyring = keyring;
    this.clock = clock;
  }

  /// A prompt with its single-use id.
  public record Served(String id, Prompt prompt) {}

  /// Serves the question about one purpose at one surface to one person.
  public Served serve(
      InForce inForce, String name, Surface surface, Purpose purpose, Prompt.Reader reader) {
    Made made = shelf.of(inForce.policy(), surface, purpose, reader);
    byte[] nonce = new byte[16];
    random.nextBytes(nonce);
    String facts =
        String.join(
            SEPARATOR,
            surface.id(),
            purpose.id(),
            inForce.policy().digest(),
            reader.language().code(),
            reader.sighted() ? "sighted" : "plain",
            reader.agreed().orElse(""),
            made.digest(),
            Long.toString(clock.instant().toEpochMilli()),
            HexFormat.of().formatHex(nonce));
    return new Served(encode(facts) + "." + encode(mac(facts, name)), made.prompt());
  }

  /// What an id says that really was served to this person and can still be answered.
  Optional<Answerable> read(String id, String name) {
    String[] parts = id.split("\\.", 2);
    if (parts.length != 2 || id.length() > LONGEST_ID) {
      return Optional.empty();
    }
    try {
      String facts = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
      byte[] claimed = Base64.getUrlDecoder().decode(parts[1]);
      boolean isOneForm = id.equals(encode(facts) + "." + encode(claimed));
      return isOneForm && MessageDigest.isEqual(claimed, mac(facts, name))
          ? answerable(facts.split(SEPARATOR, -1))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Answerable> answerable(String[] fact) {
    if (fact.length != FACTS) {
      return Optional.empty();
    }
    Instant served = Instant.ofEpochMilli(Long.parseLong(fact[7]));
    Prompt.Reader reader =
        new Prompt.Reader(
            Language.of(fact[3]).orElseThrow(IllegalArgumentException::new),
            fact[4].equals("sighted"),
            Optional.of(fact[5]).filter(agreed -> !agreed.isEmpty()));
    return served.plus(LIFE).isBefore(clock.instant())
        ? Optional.empty()
        : declaration
            .version(fact[2])
            .flatMap(version -> made(version, fact[0], fact[1], reader))
            .filter(made -> made.digest().equals(fact[6]))
            .map(made ->
                new Answerable(made, reader, served, Bytes.of(HexFormat.of().parseHex(fact[8]))));
  }

  /// The prompt that a version of the policy makes for a reader.
  public static Optional<Prompt> prompt(
      Policy version, String surface, String purpose, Prompt.Reader reader) {
    return new Question(version, surface, purpose)
        .with((place, asked) -> Prompt.of(version, place, asked, reader));
  }

  private Optional<Made> made(
      Policy version, String surface, String purpose, Prompt.Reader reader) {
    return new Question(version, surface, purpose)
        .with((place, asked) -> shelf.of(version, place, asked, reader));
  }

  /// What a version of the policy may ask about, and where.
  private record Question(Policy version, String surface, String purpose) {
    <T> Optional<T> with(BiFunction<Surface, Purpose, T> making) {
      return version
          .surface(surface)
          .or(() -> Volunteers.named(version, surface))
          .filter(Surface::canAsk)
          .filter(place -> place.purposes().contains(purpose))
          .flatMap(place ->
              version
                  .purpose(purpose)
                  .filter(Purpose::isAsked)
                  .map(asked -> making.apply(place, asked)));
    }
  }

  /// A served prompt that has not run out.
  record Answerable(Made made, Prompt.Reader reader, Instant served, Bytes nonce) {
    Prompt prompt() {
      return made.prompt();
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
