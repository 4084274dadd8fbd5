package org.aboveboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The colours that the style sheet really has, in both themes.
final class PaletteTest {
  private static final Pattern TOKEN = Pattern.compile("--([a-z0-9-]+):\\s*(#[0-9A-Fa-f]{3,6})\\b");
  private static final String DARK = "@media (prefers-color-scheme: dark)";

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void textCanBeReadOnEveryGround(boolean dark) throws IOException {
    Map<String, Colour> tokens = tokens(dark);
    for (String ground : List.of("ground", "surface", "tint")) {
      for (String ink : List.of("text", "muted", "action", "ok", "watch", "alarm", "series-1")) {
        assertContrast(tokens, ink, ground, 4.5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void edgesAndMarksStandOut(boolean dark) throws IOException {
    Map<String, Colour> tokens = tokens(dark);
    for (String mark :
        List.of("edge", "series-1", "series-2", "series-3", "series-4", "series-5")) {
      assertContrast(tokens, mark, "ground", 3);
    }
    assertContrast(tokens, "edge", "surface", 3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theFocusRingStandsOutByInkOrByYellow(boolean dark) throws IOException {
    Map<String, Colour> tokens = tokens(dark);
    Colour ground = token(tokens, "surface");
    double best =
        Math.max(token(tokens, "focus").contrast(ground), token(tokens, "ring").contrast(ground));
    assertThat(best).isGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noTwoSeriesLookAlikeToAnyEye(boolean dark) throws IOException {
    Map<String, Colour> tokens = tokens(dark);
    for (Colour.Eye eye : Colour.Eye.ALL) {
      for (int one = 1; one <= 5; one++) {
        for (int two = one + 1; two <= 5; two++) {
          Colour first = token(tokens, "series-" + one).seenBy(eye);
          Colour second = token(tokens, "series-" + two).seenBy(eye);
          assertThat(first.difference(second))
              .as("series %d and %d, %s", one, two, eye)
              .isGreaterThanOrEqualTo(26);
        }
      }
    }
  }

  @Test
  void theDifferenceIsTheStandards() {
    // sRGB anchors, computed by other programs: pure red and green, and a pair of near greys
    assertThat(Colour.of("#FF0000").difference(Colour.of("#00FF00"))).isCloseTo(86.6, within(0.1));
    assertThat(Colour.of("#000000").difference(Colour.of("#FFFFFF"))).isCloseTo(100, within(0.01));
  }

  private static void assertContrast(
      Map<String, Colour> tokens, String ink, String ground, double least) {
    assertThat(token(tokens, ink).contrast(token(tokens, ground)))
        .as("%s on %s", ink, ground)
        .isGreaterThanOrEqualTo(least);
  }

  private static Colour token(Map<String, Colour> tokens, String name) {
    return Objects.requireNonNull(tokens.get(name), name);
  }

  private static Map<String, Colour> tokens(boolean dark) throws IOException {
    String sheet = sheet();
    int at = sheet.indexOf(DARK);
    List<String> blocks = new ArrayList<>(List.of(sheet.substring(0, at)));
    if (dark) {
      blocks.add(sheet.substring(at, sheet.indexOf("@media", at + 1)));
    }
    Map<String, Colour> tokens = new HashMap<>();
    for (String block : blocks) {
      Matcher found = TOKEN.matcher(block);
      while (found.find()) {
        tokens.put(found.group(1), Colour.of(found.group(2)));
      }
    }
    return tokens;
  }

  static String sheet() throws IOException {
    try (InputStream sheet = Objects.requireNonNull(Look.class.getResourceAsStream(Look.PATH))) {
      return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
