package org.aboveboard.policy.tell;

import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.Vendor;

/// What a policy declares, as the sentences of a notice name it in one language.
record Facts(Policy policy, Language language) {

  /// What the server holds to by itself.
  Notice.Statement held(Phrase phrase, String... facts) {
    return new Notice.Statement(phrase.in(language, facts), true);
  }

  /// What people say.
  Notice.Statement word(Phrase phrase, String... facts) {
    return new Notice.Statement(phrase.in(language, facts), false);
  }

  /// Words of the policy's own, which no machine can check.
  Notice.Statement declared(Text text) {
    return new Notice.Statement(sentence(text), false);
  }

  Notice.Point point(Phrase name, Notice.Statement... says) {
    return new Notice.Point(name.id(), name.in(language), List.of(says));
  }

  Notice.Section section(
      String id, Phrase heading, List<Notice.Statement> statements, List<Notice.Point> points) {
    return new Notice.Section(id, heading.in(language), statements, points);
  }

  String words(Text text) {
    return text.in(language);
  }

  /// Declared words as a sentence of their own.
  String sentence(Text text) {
    var words = Spoken.sentence(words(text));
    return words.matches(".*[.!?…]") ? words : words + ".";
  }

  String list(Collection<String> things) {
    return Tongue.of(language).list(List.copyOf(things));
  }

  String period(Period period) {
    return Tongue.of(language).period(period);
  }

  /// The page where a person decides.
  String options() {
    return Tongue.of(language).labels().options();
  }

  String category(String id) {
    return policy.category(id).map(Category::label).map(this::words).orElse(id);
  }

  String categories(Collection<String> ids) {
    return list(ids.stream().map(this::category).toList());
  }

  String owner(Purpose purpose) {
    return policy.roles().stream()
        .filter(role -> role.id().equals(purpose.owner()))
        .map(Role::label)
        .map(this::words)
        .findFirst()
        .orElse(purpose.owner());
  }

  Stream<Vendor> recipients(Purpose purpose) {
    return purpose.recipients().stream().flatMap(id -> policy.vendor(id).stream());
  }

  /// The surfaces that list a purpose.
  Stream<Surface> surfaces(Purpose purpose) {
    return policy.surfaces().stream().filter(surface -> surface.purposes().contains(purpose.id()));
  }

  /// A country as the language calls it.
  String country(String code) {
    return Optional.of(
            Locale.of("", code).getDisplayCountry(Locale.forLanguageTag(language.code())))
        .filter(name -> !name.isEmpty())
        .orElse(code);
  }

  /// What a surface shows to somebody who agreed to nothing.
  Notice.Statement instead(Surface surface) {
    return switch (surface.fallback()) {
      case POPULAR -> held(Phrase.INSTEAD_POPULAR, period(surface.window()));
      case EDITORIAL -> held(Phrase.INSTEAD_EDITORIAL);
      case CONTEXT -> held(Phrase.INSTEAD_CONTEXT);
    };
  }

  /// A vendor: what it gets, and who it is.
  Notice.Point vendor(Vendor vendor) {
    var role =
        switch (vendor.role()) {
          case PROCESSOR -> Phrase.PROCESSOR;
          case JOINT_CONTROLLER -> Phrase.JOINT;
          case THIRD_PARTY -> Phrase.THIRD_PARTY;
        };
    var says =
        Stream.of(
                Stream.of(
                    held(Phrase.THEY_GET, categories(vendor.gets().stream().sorted().toList())),
                    declared(vendor.why()),
                    word(role),
                    word(Phrase.IN_COUNTRY, country(vendor.party().country()))),
                vendor.transfer().stream().map(why -> word(Phrase.TRANSFER, why)))
            .flatMap(statements -> statements)
            .toList();
    return new Notice.Point(vendor.id(), Spoken.sentence(words(vendor.label())), says);
  }
}
