package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.Refusal;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import that breaks off loses nothing, leaves nothing half done, and says what to do.
class ImportCutShortTest {
  private static final int EVENTS = 5_000;
  private static final int BREAK = 4_500;

  @Test
  void whatCameInIsWholeAndTheSameImportBringsTheRest(@TempDir Path folder) throws Exception {
    try (Premises shop = new Premises(folder)) {
      Yes yes = Yes.lasting(shop.suggestions(), day(30), "a list");
      LegalBasis basis = LegalBasis.imported(List.of(yes), Map.of(), shop.now());
      breaksOff(shop, basis);
      assertThat(shop.number(Power.OPERATE, "select count(*) from event")).isEqualTo(4_000);
      assertThat(shop.settled()).as("the model goes on").isNotEmpty();

      var again = shop.bring(whole(), basis, new ByteArrayOutputStream());
      assertThat(again.tally().table()).startsWith("read 5,000, kept 1,000, refused 4,000");
      assertThat(shop.number(Power.OPERATE, "select count(*) from event")).isEqualTo(EVENTS);
    }
  }

  @Test
  void whatIsSetAsideIsSoOnceToo(@TempDir Path folder) throws Exception {
    try (Premises shop = new Premises(folder)) {
      LegalBasis none = LegalBasis.imported(List.of(), Map.of(), shop.now());
      breaksOff(shop, none);
      var again = shop.bring(whole(), none, new ByteArrayOutputStream());
      assertThat(again.tally().table())
          .startsWith("read 5,000, kept 0, set aside 1,000, refused 4,000");
      assertThat(shop.copy("u:7").setAside()).hasSize(100);
    }
  }

  private static void breaksOff(Premises shop, LegalBasis basis) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    assertThatThrownBy(() -> shop.bring(broken(), basis, said)).hasMessage("the disk is gone");
    assertThat(said.toString(UTF_8)).contains("cut short", "repeat the same import");
    assertThat(shop.number(Power.OPERATE, "select count(*) from journal"))
        .as("the journal has no gap")
        .isEqualTo(shop.number(Power.OPERATE, "select next from journal_head"));
  }

  private static Instant day(int daysAgo) {
    return Typed.NOW.minus(Duration.ofDays(daysAgo));
  }

  private static Source whole() {
    return Source.of("set", List.of(), events());
  }

  private static List<EventLine> events() {
    return IntStream.range(0, EVENTS)
        .mapToObj(n ->
            new EventLine(
                "u:" + n % 50,
                "viewed",
                "b" + n,
                OptionalDouble.empty(),
                Optional.of(day(3)),
                n + 1))
        .toList();
  }

  /// The same, which can be read once as a whole, for the people in it, and then no more.
  private static Source broken() {
    AtomicInteger passes = new AtomicInteger();
    return new Source(
        "set",
        EVENTS,
        whole().items(),
        (kept, refused) -> read(passes.incrementAndGet(), kept, refused));
  }

  private static void read(int pass, Consumer<EventLine> kept, Consumer<Refusal> refused) {
    whole()
        .events()
        .each(
            event -> {
              if (pass > 1 && event.line() > BREAK) {
                throw new IllegalStateException("the disk is gone");
              }
              kept.accept(event);
            },
            refused);
  }
}
