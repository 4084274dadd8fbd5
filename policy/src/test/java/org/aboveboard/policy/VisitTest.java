package org.aboveboard.policy;

import static org.aboveboard.policy.Said.BOOKSHOP;
import static org.aboveboard.policy.Said.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A yes that ends with the visit.
final class VisitTest {
  private static final Instant END = NOON.plus(Duration.ofHours(20));
  private static final Standing VISIT = Standing.of(List.of(Said.forVisit(Said.yes(1), END)));
  private static final Standing YEAR = Standing.of(List.of(Said.yes(1)));

  private static Decision decide(Use use, Standing standing, Instant now) {
    return BOOKSHOP.decide(Said.question(use), standing, now);
  }

  private static Retention keep(Use use, Standing standing) {
    return decide(use, standing, NOON) instanceof Decision.Allow(Grant _, Obligations duties)
        ? duties.keep()
        : Retention.of(Period.ZERO);
  }

  @Test
  void whatIsDoneInItIsKeptUntilTheDayAfterItsEnd() {
    assertThat(keep(Use.COLLECT, VISIT).events()).isEqualTo(Period.ofDays(2));
    assertThat(keep(Use.SERVE, VISIT).answers()).isEqualTo(Period.ofDays(2));
  }

  @Test
  void whatWasKeptBeforeMayBeReadAsBefore() {
    assertThat(keep(Use.SERVE, VISIT).events()).isEqualTo(keep(Use.SERVE, YEAR).events());
    assertThat(keep(Use.SERVE, VISIT).model()).isEqualTo(keep(Use.SERVE, YEAR).model());
  }

  @Test
  void itEndsByItself() {
    assertThat(decide(Use.SERVE, VISIT, END.minusNanos(1))).isInstanceOf(Decision.Allow.class);
    assertThat(decide(Use.SERVE, VISIT, END))
        .isInstanceOfSatisfying(
            Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Reason.EXPIRED));
  }

  @Test
  void onlyAYesIsForAVisit() {
    Choice no = Said.choice(1, Choice.Kind.REFUSED, Evidence.PROMPT);
    assertThatThrownBy(() -> Said.forVisit(no, END)).hasMessageContaining("Only a yes");
  }
}
