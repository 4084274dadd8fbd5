package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GpcTest {
  @Test
  void onlyTheExactOneMeansSomething() {
    assertThat(Gpc.read(List.of("1")).gpc()).isTrue();
    for (String value : List.of("", "0", "true", "1;q=1", "11", "0,2", "١", "2")) {
      assertThat(Gpc.read(List.of(value))).as("'%s'", value).isEqualTo(Sent.NOTHING);
    }
    assertThat(Gpc.read(List.of())).isEqualTo(Sent.NOTHING);
  }

  @Test
  void oneMemberOfAnyLineIsEnough() {
    for (String line : List.of("1, 1", "1,0", "0 ,1", " 1", "1 ", ",1,")) {
      assertThat(Gpc.read(List.of(line))).as("'%s'", line).isEqualTo(Sent.GPC);
    }
  }

  @Test
  void severalLinesAreOne() {
    assertThat(Gpc.read(List.of("1", "1"))).isEqualTo(Gpc.read(List.of("1")));
    assertThat(Gpc.read(List.of("0", "1", "x"))).isEqualTo(Gpc.read(List.of("1")));
  }
}
