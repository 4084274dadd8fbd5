package org.aboveboard.server.catalogue;

import io.quarkus.qute.RawString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.aboveboard.server.web.Cover;

/// How an item looks to people: who made it, and its cover.
public record Face(Item item) {
  private static final String DIGITS = "\\d{1,6}";

  /// Who made it, else who supplies it.
  public String by() {
    return attribute("author").or(item::provider).orElse("");
  }

  /// Its cover beside its title in words.
  public RawString quiet() {
    return number("hue")
        .flatMap(hue -> number("motif").map(motif -> Cover.quiet(hue, motif, item.title(), by())))
        .orElseGet(() -> Cover.quiet(item.id(), item.title(), by()));
  }

  /// Its cover by itself.
  public RawString named() {
    return number("hue")
        .flatMap(hue -> number("motif").map(motif -> Cover.named(hue, motif, item.title(), by())))
        .orElseGet(() -> Cover.named(item.id(), item.title(), by()));
  }

  /// Its id as a part of a path.
  public String path() {
    return URLEncoder.encode(item.id(), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// What the catalogue says about it under this name.
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(item.attributes().get(name)).filter(value -> !value.isBlank());
  }

  private Optional<Integer> number(String name) {
    return attribute(name).filter(value -> value.matches(DIGITS)).map(Integer::valueOf);
  }
}
