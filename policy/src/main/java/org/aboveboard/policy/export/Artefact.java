package org.aboveboard.policy.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Language;

/// Something that was made from a policy for others to read, and carries the digest of that policy.
public final class Artefact {
  private final String name;
  private final String mediaType;
  private final Optional<Language> language;
  private final String digest;
  private final String text;

  private Artefact(
      String name, String mediaType, Optional<Language> language, String digest, String text) {
    if (!text.contains(digest) && !Digest.of(text).equals(digest)) {
      throw new IllegalArgumentException(
          name + " does not carry the digest of its policy: put it in");
    }
    this.name = name;
    this.mediaType = mediaType;
    this.language = language;
    this.digest = digest;
    this.text = text;
  }

  /// One that is the same whatever the language.
  static Artefact of(String name, String mediaType, String digest, String text) {
    return new Artefact(name, mediaType, Optional.empty(), digest, text);
  }

  static Artefact in(Language language, String name, String mediaType, String digest, String text) {
    return new Artefact(name, mediaType, Optional.of(language), digest, text);
  }

  /// Its file name.
  public String name() {
    return name;
  }

  public String mediaType() {
    return mediaType;
  }

  /// The language of its words, where it has one.
  public Optional<Language> language() {
    return language;
  }

  /// The digest of the policy it was made from, which stands in it too.
  public String digest() {
    return digest;
  }

  public byte[] bytes() {
    return text.getBytes(UTF_8);
  }

  public String text() {
    return text;
  }
}
