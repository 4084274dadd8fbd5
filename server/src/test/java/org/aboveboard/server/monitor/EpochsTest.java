package org.aboveboard.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The epochs of a monitor.
final class EpochsTest {
  @Test
  void everyDayIsInOneEpochAndTheNextBeginsWhereItEnds() {
    for (Period every :
        List.of(Period.ofDays(1), Period.ofWeeks(1), Period.ofMonths(1), Period.of(0, 1, 3))) {
      Epochs epochs = new Epochs(every, Period.ZERO);
      LocalDate day = LocalDate.parse("2019-12-30");
      for (int i = 0; i < 4_000; i++) {
        long epoch = epochs.of(day);
        assertThat(day).isAfterOrEqualTo(epochs.begins(epoch)).isBefore(epochs.begins(epoch + 1));
        day = day.plusDays(1);
      }
    }
  }

  @Test
  void anEpochIsClosedOnceTheLastListsTimeIsUp() {
    Epochs epochs = new Epochs(Period.ofDays(1), Period.ofDays(7));
    long epoch = epochs.of(LocalDate.parse("2026-11-23"));
    assertThat(epochs.closes(epoch)).isEqualTo("2026-12-01");
  }

  @Test
  void anEpochOfNoTimeIsRefused() {
    assertThatThrownBy(() -> new Epochs(Period.ZERO, Period.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
