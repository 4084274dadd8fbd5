package org.aboveboard.server.shop;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.server.catalogue.Face;
import org.aboveboard.server.web.Fact;

/// What the catalogue says about an item, in lines.
final class Facts {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

  private Facts() {}

  static List<Fact> of(Face face) {
    return Stream.of(
            face.item().provider().map(provider -> new Fact("Publisher", sized(face, provider))),
            fact("In", String.join(", ", face.item().categories())),
            face.item().published().map(Facts::day).map(day -> new Fact("Came out", day)),
            face.attribute("pages").map(pages -> new Fact("Pages", pages)),
            face.attribute("price").map(price -> new Fact("Price", "€ " + price)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Fact> fact(String name, String value) {
    return Optional.of(value).filter(said -> !said.isEmpty()).map(said -> new Fact(name, said));
  }

  private static String sized(Face face, String provider) {
    return face.attribute("providerSize")
        .map(size -> provider + " (" + size + ")")
        .orElse(provider);
  }

  private static String day(Instant instant) {
    return DAY.format(instant);
  }
}
