package org.aboveboard.policy;

import static org.aboveboard.policy.Choice.Kind.CONTRADICTED;
import static org.aboveboard.policy.Choice.Kind.PAUSED;
import static org.aboveboard.policy.Choice.Kind.WITHDRAWN;
import static org.aboveboard.policy.Evidence.PROMPT;
import static org.aboveboard.policy.Said.SUGGESTIONS;
import static org.aboveboard.policy.Said.about;
import static org.aboveboard.policy.Said.choice;
import static org.aboveboard.policy.Said.contradicted;
import static org.aboveboard.policy.Said.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class StandingTest {

  @Test
  void silenceHasNoHistory() {
    assertThat(Standing.silent().index()).isZero();
    assertThat(Standing.silent().choices()).isEmpty();
    assertThat(Standing.silent().yes(SUGGESTIONS.id())).isEmpty();
  }

  @Test
  void theHistoryKeepsEveryChoiceInOrder() {
    var said = List.of(yes(1), choice(2, WITHDRAWN, PROMPT), yes(3));
    assertThat(Standing.of(said).choices()).isEqualTo(said);
    assertThat(Standing.of(said).index()).isEqualTo(3);
  }

  @Test
  void aStandingNeverChanges() {
    var before = Standing.of(List.of(yes(1)));
    var after = before.with(choice(2, WITHDRAWN, PROMPT));
    assertThat(before.yes(SUGGESTIONS.id())).isPresent();
    assertThat(before.choices()).hasSize(1);
    assertThat(after.yes(SUGGESTIONS.id())).isEmpty();
  }

  @Test
  void purposesDoNotDisturbEachOther() {
    var standing = Standing.of(List.of(yes(1), about(choice(2, WITHDRAWN, PROMPT), "x", "")));
    assertThat(standing.yes(SUGGESTIONS.id())).contains(yes(1));
  }

  @Test
  void choicesOutOfJournalOrderAreRefused() {
    var standing = Standing.of(List.of(yes(5)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> standing.with(yes(4)))
        .withMessageContaining("journal order");
  }

  @Test
  void nobodyCanSayYesToEverything() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> about(yes(1), Choice.EVERYTHING, ""))
        .withMessageContaining("one choice per purpose");
    assertThat(about(choice(1, PAUSED, PROMPT), Choice.EVERYTHING, "").about()).isEqualTo("*");
  }

  @Test
  void aRecordedContradictionStandsInTheHistoryAndChangesNothing() {
    var standing = Standing.of(List.of(yes(1), contradicted(2)));
    assertThat(standing.choices()).hasSize(2);
    assertThat(standing.yes(SUGGESTIONS.id())).contains(yes(1));
    assertThat(standing.no(SUGGESTIONS.id())).isEmpty();
    var ended = Standing.of(List.of(yes(1), choice(2, WITHDRAWN, PROMPT), contradicted(3)));
    assertThat(ended.no(SUGGESTIONS.id())).contains(Said.at(2));
  }

  @Test
  void onlyAContradictionNamesACarrier() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choice(1, CONTRADICTED, PROMPT))
        .withMessageContaining("names its carrier");
  }

  @Test
  void aLongHistoryFolds() {
    var standing = Standing.of(LongStream.rangeClosed(1, 20_000).mapToObj(Said::yes).toList());
    assertThat(standing.choices()).hasSize(20_000);
    assertThat(standing.yes(SUGGESTIONS.id())).contains(yes(20_000));
  }
}
