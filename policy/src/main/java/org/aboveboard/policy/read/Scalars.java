package org.aboveboard.policy.read;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aboveboard.policy.Spoken;

/// The values a policy file can write on one line, each parsed strictly or not at all.
final class Scalars {

  private static final int LONGEST_TEXT = 400;
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]");
  private static final Pattern TAG = Pattern.compile("<[/!?\\p{L}]|&#?\\w{1,31};");
  private static final Pattern EMAIL =
      Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
  private static final Pattern WEBSITE =
      Pattern.compile(
          "https?://[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+(:[0-9]{1,5})?([/?#][!-~]*)?");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}([.][0-9]{1,6})?");
  private static final Pattern PERIOD =
      Pattern.compile("P([0-9]{1,3}Y)?([0-9]{1,4}M)?([0-9]{1,5}D)?");
  private static final Pattern PUBLIC_KEY = Pattern.compile("MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final LocalDate SOME_DAY = LocalDate.EPOCH;

  private Scalars() {}

  /// Words a person can read: not empty, not too long, no hidden signs and no tags, white space
  /// made plain.
  static Optional<String> text(Yaml.Text text) {
    var line = text.value().strip().replaceAll("\\s+", " ");
    var isNothing = text.plain() ? NOTHING.contains(line) : line.isEmpty();
    return isNothing || line.length() > LONGEST_TEXT || HIDDEN.matcher(line).find()
        ? Optional.empty()
        : Optional.of(line);
  }

  static Optional<String> email(Yaml.Text text) {
    return text(text).filter(address -> EMAIL.matcher(address).matches());
  }

  /// An address that a browser opens as a page.
  static Optional<String> website(Yaml.Text text) {
    return text(text).filter(address -> WEBSITE.matcher(address).matches());
  }

  /// Whether it holds a tag or a sign as pages write them: `<b>`, `&nbsp;`.
  static boolean isMarkup(String text) {
    return TAG.matcher(text).find();
  }

  /// The first letter that no word of a language we speak is written with.
  static Optional<String> foreignLetter(String text) {
    return text.codePoints()
        .filter(Character::isLetter)
        .filter(letter -> !isLatin(letter))
        .mapToObj(letter -> Character.toString(letter) + " (" + Character.getName(letter) + ")")
        .findFirst();
  }

  private static boolean isLatin(int letter) {
    return switch (Character.UnicodeScript.of(letter)) {
      case LATIN, COMMON, INHERITED -> true;
      default -> false;
    };
  }

  static Optional<Integer> wholeNumber(Yaml.Text text, int least, int most) {
    return Optional.of(text)
        .filter(Yaml.Text::plain)
        .filter(it -> WHOLE.matcher(it.value()).matches())
        .map(it -> Integer.valueOf(it.value()))
        .filter(number -> number >= least && number <= most);
  }

  static Optional<Double> number(Yaml.Text text) {
    return Optional.of(text)
        .filter(Yaml.Text::plain)
        .filter(it -> NUMBER.matcher(it.value()).matches())
        .map(it -> Double.valueOf(it.value()));
  }

  static Optional<Boolean> flag(Yaml.Text text) {
    return Optional.of(text)
        .filter(Yaml.Text::plain)
        .map(Yaml.Text::value)
        .filter(word -> word.equals("true") || word.equals("false"))
        .map(word -> word.equals("true"));
  }

  static Optional<Period> period(Yaml.Text text) {
    if (!PERIOD.matcher(text.value()).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Period.parse(text.value())).filter(Scalars::isSensible);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(Yaml.Text text) {
    try {
      return Optional.of(LocalDate.parse(text.value())).filter(day -> day.getYear() < 3000);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Optional<String> country(Yaml.Text text) {
    return Optional.of(text.value()).filter(COUNTRIES::contains);
  }

  /// The constant a camelCase word stands for.
  static <E extends Enum<E>> Optional<E> word(Yaml.Text text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> word(constant).equals(text.value()))
        .findFirst();
  }

  static <E extends Enum<E>> String choices(Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Scalars::word)
        .collect(Collectors.joining(", ", "Write one of: ", "."));
  }

  /// The first sign of a text that nobody sees.
  static Optional<Integer> hidden(String text) {
    var found = HIDDEN.matcher(text.strip().replaceAll("\\s+", " "));
    return found.find()
        ? Optional.of(text.codePointAt(text.indexOf(found.group())))
        : Optional.empty();
  }

  /// A text as a message can quote it, without hidden signs.
  static String shown(String text, int longest) {
    var line = HIDDEN.matcher(text).replaceAll(" ").strip();
    return line.length() > longest ? line.substring(0, longest) + "…" : line;
  }

  /// An Ed25519 public key in base64, which has one length and one beginning.
  static Optional<String> publicKey(Yaml.Text text) {
    return Optional.of(text.value()).filter(key -> PUBLIC_KEY.matcher(key).matches());
  }

  /// A constant as the files write it: `legalObligation`.
  static String word(Enum<?> constant) {
    return Spoken.word(constant);
  }

  private static boolean isSensible(Period period) {
    var end = SOME_DAY.plus(period);
    return end.isAfter(SOME_DAY) && !end.isAfter(SOME_DAY.plusYears(100));
  }
}
