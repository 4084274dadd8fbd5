package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AsideTest {
  private static final Sent OPEN = Sent.of(Carrier.TCF, Tcf.said(Set.of(5), Set.of()));
  private static final Duration LONG = Duration.ofSeconds(60);

  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void aSlowStringDoesNotHoldARequestAndIsReadOnce() throws InterruptedException {
    var release = new CountDownLatch(1);
    try (var threads = Executors.newSingleThreadExecutor()) {
      Aside aside =
          new Aside(
              notation(() -> {
                awaited(release);
                return OPEN;
              }),
              threads,
              Duration.ofMillis(1),
              9);
      assertClosed(aside.read("slow"), "it took too long to read");
      assertClosed(aside.read("slow"), "it took too long to read");
      release.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      assertThat(aside.read("slow")).as("what came of it").isEqualTo(OPEN);
      assertThat(readings).hasValue(1);
    }
  }

  private static void awaited(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whenTooManyAreReadTheNextIsANoForThisRequestAlone() {
    var full = new AtomicBoolean(true);
    Executor threads =
        task -> {
          if (full.get()) {
            throw new RejectedExecutionException();
          }
          task.run();
        };
    Aside aside = new Aside(notation(() -> OPEN), threads, LONG, 9);
    assertClosed(aside.read("a"), "too many were being read");
    full.set(false);
    assertThat(aside.read("a")).isEqualTo(OPEN);
  }

  @Test
  void whateverTheDecoderThrowsStaysInside() {
    for (Supplier<Sent> failing :
        List.<Supplier<Sent>>of(
            () -> {
              throw new IllegalStateException("secret");
            },
            () -> {
              throw new OutOfMemoryError("secret");
            },
            () -> {
              throw new StackOverflowError("secret");
            })) {
      Aside aside = new Aside(notation(failing), Runnable::run, LONG, 9);
      Sent sent = aside.read("a");
      assertClosed(sent, "it does not decode");
      assertThat(sent.unread().toString()).doesNotContain("secret");
    }
  }

  @Test
  void onlyTheLatestStringsAreRemembered() {
    Aside aside = new Aside(notation(() -> OPEN), Runnable::run, LONG, 2);
    List.of("a", "b", "a", "c", "a").forEach(aside::read);
    assertThat(readings).as("a stayed, b made room").hasValue(3);
    aside.read("b");
    assertThat(readings).hasValue(4);
  }

  @Test
  void whatTheDoorRefusesIsNeverRead() {
    Aside aside = new Aside(notation(() -> OPEN), Runnable::run, LONG, 2);
    assertClosed(aside.read("refused"), "the door is shut");
    assertThat(readings).hasValue(0);
  }

  private Notation notation(Supplier<Sent> reading) {
    return new Notation() {
      @Override
      public Carrier carrier() {
        return Carrier.TCF;
      }

      @Override
      public Optional<String> fault(String text) {
        return text.equals("refused") ? Optional.of("the door is shut") : Optional.empty();
      }

      @Override
      public Sent read(String text) {
        readings.incrementAndGet();
        return reading.get();
      }
    };
  }

  private static void assertClosed(Sent sent, String why) {
    assertThat(sent.tcf()).isEqualTo(new Tcf.Closed());
    assertThat(sent.unread()).containsExactly(new Unread(Carrier.TCF, why));
  }
}
