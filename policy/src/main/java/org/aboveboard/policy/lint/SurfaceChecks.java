package org.aboveboard.policy.lint;

import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.read.Kind;

/// What is demanded of the places where people are asked.
final class SurfaceChecks {
  private static final int MOST_ASKED = 5;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final Pattern BUSY_EN =
      Pattern.compile(
          "\\b(check ?out\\w*|payments?|pay|paying|baskets?|carts?|log ?in|logon|sign ?in|sign ?up"
              + "|errors?|not found)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BUSY_DE =
      Pattern.compile(
          "\\b(kasse|zur kasse|\\w*zahlung\\w*|(be)?zahlen|\\w*warenk[oö]rb\\w*|anmeld\\w*|login"
              + "|einloggen|registrier\\w*|fehler\\w*)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final String CURE =
      "Write 'promptSlot: false' and 'critical: true', and ask elsewhere; or name the place better.";

  static final List<Check> ALL =
      List.of(
          new Check(
              error("L10", "Nobody is asked in the middle of something.", "Cao 2021")
                  .spoken()
                  .and(Held.READER, "`Unfair`, `SurfaceReader`: critical"),
              SurfaceChecks::busy),
          new Check(
              warning(
                      "DP06",
                      "A question is about one purpose, and a place about few.",
                      "CCPA regs §7004(a)(4)(B)")
                  .and(Held.CONSTRUCTOR, "`Prompt` has one")
                  .and(Held.READER, "`Unfair`"),
              SurfaceChecks::many));

  private SurfaceChecks() {}

  private static Stream<Remark> busy(Inspection in) {
    return in.policy().surfaces().stream()
        .filter(Surface::promptSlot)
        .flatMap(surface ->
            Stream.concat(
                in.languages().stream().flatMap(language -> busy(in, surface, language).stream()),
                busy(in, surface).stream()));
  }

  private static Optional<Remark> busy(Inspection in, Surface surface, Language language) {
    return word(language, surface.label().in(language))
        .map(word ->
            new Remark(
                in.place(Kind.SURFACE, surface.id(), "label", language.code()), what(word), CURE));
  }

  private static Optional<Remark> busy(Inspection in, Surface surface) {
    return word(Language.EN, surface.id().replace('-', ' '))
        .map(word ->
            new Remark(in.place(Kind.SURFACE, surface.id(), "promptSlot"), what(word), CURE));
  }

  private static String what(String word) {
    return say(
        "It is about '%s', where people are in the middle of something, and it may ask.", word);
  }

  private static Optional<String> word(Language language, String text) {
    var busy =
        switch (language) {
          case EN -> BUSY_EN;
          case DE -> BUSY_DE;
        };
    return busy.matcher(text).results().map(found -> found.group()).findFirst();
  }

  private static Stream<Remark> many(Inspection in) {
    return in.policy().surfaces().stream()
        .filter(surface -> asked(in, surface) > MOST_ASKED)
        .map(surface ->
            new Remark(
                in.place(Kind.SURFACE, surface.id(), "purposes"),
                say("%d purposes ask for a yes here: nobody weighs so many.", asked(in, surface)),
                "List five at most, or write why more are needed under 'accepted'."));
  }

  private static long asked(Inspection in, Surface surface) {
    return surface.purposes().stream()
        .flatMap(id -> in.policy().purpose(id).stream())
        .filter(Purpose::isAsked)
        .count();
  }
}
