package org.aboveboard.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Questions that are asked together are answered each with its own answer.
final class TogetherTest {
  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

  @Test
  void everybodyGetsTheirOwnAnswer() {
    Together<Integer, Integer> together = together(7, number -> number);
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        int question = i;
        answers.add(CompletableFuture.supplyAsync(() -> together.ask(question), threads));
      }
    }
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).isCompletedWithValue(i);
    }
    assertThat(sizes).allMatch(size -> size <= 7);
  }

  @Test
  void whoComesWhileOneIsAskedIsAskedForAfterwardsWithTheOthers() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger waiting = new AtomicInteger();
    Together<Integer, Integer> together =
        new Together<>(
            100,
            all -> {
              sizes.add(all.size());
              begun.countDown();
              await(goOn);
              return all;
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.execute(() -> together.ask(0));
      begun.await();
      List<Thread> others = new ArrayList<>();
      for (int i = 1; i <= 5; i++) {
        int question = i;
        others.add(
            Thread.ofPlatform()
                .start(() -> {
                  waiting.incrementAndGet();
                  together.ask(question);
                }));
      }
      while (others.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      for (Thread other : others) {
        other.join();
      }
    }
    assertThat(waiting).hasValue(5);
    assertThat(sizes).containsExactly(1, 5);
  }

  @Test
  void aBadQuestionFailsAlone() {
    Together<Integer, Integer> together =
        together(
            100,
            number -> {
              if (number == 13) {
                throw new IllegalArgumentException("no such number");
              }
              return number;
            });
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 100; i++) {
        int question = i;
        answers.add(CompletableFuture.supplyAsync(() -> together.ask(question), threads));
      }
    }
    for (int i = 0; i < answers.size(); i++) {
      if (i == 13) {
        assertThat(answers.get(i)).isCompletedExceptionally();
      } else {
        assertThat(answers.get(i)).isCompletedWithValue(i);
      }
    }
    assertThatThrownBy(() -> together.ask(13)).isInstanceOf(IllegalArgumentException.class);
  }

  private Together<Integer, Integer> together(int most, UnaryOperator<Integer> one) {
    return new Together<>(
        most,
        all -> {
          sizes.add(all.size());
          return all.stream().map(one).toList();
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
