package org.aboveboard.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CoverTest {
  @Test
  void everyInkCanBeReadOnItsGround() {
    for (Cover.Hue hue : Cover.HUES) {
      assertThat(Colour.of(hue.ink()).contrast(Colour.of(hue.ground())))
          .as(hue.toString())
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void theSameNumbersDrawTheSameBytes() {
    assertThat(Cover.quiet(3, 4, "Kelp", "R. Quay").getValue())
        .isEqualTo(Cover.quiet(3, 4, "Kelp", "R. Quay").getValue());
  }

  @Test
  void huesAndMotifsMakeDifferentCovers() {
    Set<String> covers = new HashSet<>();
    for (int hue = 0; hue < 12; hue++) {
      for (int motif = 0; motif < 12; motif++) {
        covers.add(Cover.quiet(hue, motif, "Kelp", "R. Quay").getValue());
      }
    }
    assertThat(covers).hasSize(144);
  }

  @Test
  void aTitleIsTextAndNeverMarkup() {
    String cover = Cover.named(0, 0, "<script>\"&'", "</svg>").getValue();
    assertThat(cover)
        .doesNotContain("<script>")
        .containsOnlyOnce("</svg>")
        .contains("&lt;script&gt;");
  }

  @Test
  void anyNumbersAndAnyTitlesHaveACover() {
    assertThat(Cover.quiet(Integer.MIN_VALUE, -7, "", "").getValue()).contains("<svg");
    assertThat(Cover.quiet("u-9", "x".repeat(400), "𝒜".repeat(60)).getValue()).contains("…");
  }

  @Test
  void aCoverThatStandsAloneSaysWhoseItIs() {
    assertThat(Cover.named(1, 1, "Kelp", "R. Quay").getValue())
        .contains("aria-label=\"Cover of Kelp\"");
  }
}
