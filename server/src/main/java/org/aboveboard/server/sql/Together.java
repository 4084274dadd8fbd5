package org.aboveboard.server.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// The same question of many callers, put to the database for all of them at once.
///
/// Who finds nobody asking asks alone, at once. Who comes while that is under way waits, and when
/// it is answered the first of those who wait asks for all of them. So an idle server answers as
/// soon as ever, and the busier it is the fewer statements each answer takes. A question is put
/// only after its caller came: no answer is older than its question. What fails for many is asked
/// one by one, so that one bad question fails alone.
///
/// Not for callers that are in a transaction: another's thread may ask.
public final class Together<Q, A> {
  private final int most;
  private final Function<List<Q>, List<A>> many;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Asked<Q, A>> waiting = new ArrayDeque<>();
  private boolean isBusy;

  /// @param most how many are asked for at once at most
  /// @param many one answer per question, in order
  public Together(int most, Function<List<Q>, List<A>> many) {
    this.most = most;
    this.many = many;
  }

  public A ask(Q question) {
    Asked<Q, A> own = new Asked<>(question);
    if (isFirst(own) || own.isItsTurn()) {
      List<Asked<Q, A>> all = all();
      try {
        put(all);
      } finally {
        passOn();
      }
    }
    return own.answer();
  }

  private boolean isFirst(Asked<Q, A> own) {
    lock.lock();
    try {
      waiting.add(own);
      boolean isFirst = !isBusy;
      isBusy = true;
      return isFirst;
    } finally {
      lock.unlock();
    }
  }

  private List<Asked<Q, A>> all() {
    lock.lock();
    try {
      List<Asked<Q, A>> all = new ArrayList<>();
      while (!waiting.isEmpty() && all.size() < most) {
        all.add(waiting.remove());
      }
      return all;
    } finally {
      lock.unlock();
    }
  }

  private void put(List<Asked<Q, A>> all) {
    try {
      List<A> answers = many.apply(all.stream().map(asked -> asked.question).toList());
      for (int i = 0; i < all.size(); i++) {
        all.get(i).answered(answers.get(i));
      }
    } catch (RuntimeException e) {
      if (all.size() == 1) {
        all.getFirst().failed(e);
      } else {
        all.forEach(asked -> put(List.of(asked)));
      }
    }
  }

  private void passOn() {
    lock.lock();
    try {
      isBusy = !waiting.isEmpty();
      if (isBusy) {
        waiting.element().turn.complete(true);
      }
    } finally {
      lock.unlock();
    }
  }

  /// One caller's question.
  private static final class Asked<Q, A> {
    private final Q question;
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    Asked(Q question) {
      this.question = question;
    }

    /// Waits; true if it is to ask for all, false if it is answered.
    boolean isItsTurn() {
      return turn.join();
    }

    void answered(A with) {
      answer.complete(with);
      turn.complete(false);
    }

    void failed(RuntimeException why) {
      answer.completeExceptionally(why);
      turn.complete(false);
    }

    A answer() {
      try {
        return answer.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof RuntimeException why ? why : e;
      }
    }
  }
}
