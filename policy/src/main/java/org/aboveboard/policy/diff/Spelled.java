package org.aboveboard.policy.diff;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Text;
import org.aboveboard.policy.tell.Tongue;

/// Declared values in English words.
final class Spelled {
  private static final Tongue ENGLISH = Tongue.of(Language.EN);

  private Spelled() {}

  static String quoted(String words) {
    return "\"" + words + "\"";
  }

  /// Declared words, in English where the policy speaks it.
  static String text(Text text) {
    return text.in(Language.EN);
  }

  /// A constant as people write it: `legal obligation`.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static String period(Period period) {
    return ENGLISH.period(period.normalized());
  }

  static String number(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static String flag(boolean flag) {
    return flag ? "yes" : "no";
  }

  static String list(Collection<String> words) {
    return words.isEmpty() ? "none" : ENGLISH.list(List.copyOf(words));
  }

  static <V> Function<Optional<V>, String> or(String nothing, Function<V, String> said) {
    return value -> value.map(said).orElse(nothing);
  }

  /// One clause after the other.
  static String clauses(Collection<String> clauses) {
    return clauses.stream().collect(joining("; "));
  }
}
