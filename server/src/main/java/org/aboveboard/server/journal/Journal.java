package org.aboveboard.server.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/// The one gap-free, commit-ordered list of everything that happened.
///
/// Group commit: callers wait while one thread takes all that is queued, writes it in one
/// transaction and wakes them when it is durable. While a commit is on its way to the disk the next
/// group gathers, so that throughput grows with load and an idle server answers at once. A group
/// that fails is written again write by write, so that one bad write fails alone; but not where the
/// connection broke while it was being committed. Then nobody knows whether it was, and what is
/// written twice would stand there twice: its callers are told to ask or to send the same again.
public final class Journal implements AutoCloseable {
  private static final int MOST_WRITES = 512;

  private final DataSource source;
  private final InstantSource clock;
  private final int most;
  private final BlockingQueue<Write<?>> queue = new ArrayBlockingQueue<>(4096);
  private final List<LongConsumer> watchers = new CopyOnWriteArrayList<>();
  private final Thread writer;
  private volatile boolean closed;

  public Journal(DataSource source, InstantSource clock) {
    this(source, clock, MOST_WRITES);
  }

  /// @param most how many writes share a transaction at most
  public Journal(DataSource source, InstantSource clock, int most) {
    this.source = source;
    this.clock = clock;
    this.most = most;
    this.writer = Thread.ofPlatform().name("journal").daemon().start(this::run);
  }

  /// Writes the leaves with their entries and answers, once they are durable, what became of each.
  public <L extends Leaf> List<Placed> write(Shelf<L> shelf, List<L> leaves) {
    if (leaves.isEmpty()) {
      return List.of();
    }
    Write<L> write = new Write<>(shelf, leaves);
    enqueue(write);
    try {
      return write.done.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(
          e.getCause() instanceof CommitUnknown
              ? "The database broke off. It is not known whether this was kept; send it again."
              : "The journal could not be written. Nothing was kept.",
          e);
    }
  }

  /// Whether it still writes.
  public boolean isAlive() {
    return !closed && writer.isAlive();
  }

  /// Tells the watcher, after each durable group, the last index written.
  public void watch(LongConsumer watcher) {
    watchers.add(watcher);
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void enqueue(Write<?> write) {
    try {
      if (closed) {
        throw new IllegalStateException("The server is stopping. Nothing was kept; send it again.");
      }
      queue.put(write);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before it was written. Nothing was kept.", e);
    }
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      try {
        List<Write<?>> group = new ArrayList<>();
        if (closed) {
          queue.drainTo(group, most);
        } else {
          group.add(queue.take());
          queue.drainTo(group, most - 1);
        }
        commit(group);
      } catch (InterruptedException e) {
        // asked to stop: what is queued is still written, then the loop ends
        closed = true;
      }
    }
  }

  private void commit(List<Write<?>> group) {
    try {
      long last = transact(group);
      group.forEach(Write::complete);
      watchers.forEach(watcher -> watcher.accept(last));
    } catch (CommitUnknown e) {
      group.forEach(write -> write.done.completeExceptionally(e));
    } catch (SQLException | RuntimeException e) {
      if (group.size() == 1) {
        group.getFirst().done.completeExceptionally(e);
      } else {
        group.forEach(write -> commit(List.of(write)));
      }
    }
  }

  private long transact(List<Write<?>> group) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      long last = put(connection, group);
      commit(connection);
      connection.setAutoCommit(true);
      return last;
    }
  }

  private long put(Connection connection, List<Write<?>> group) throws SQLException {
    try {
      Head.Next next = Head.lockBoth(connection);
      for (Batch<?> batch : Batch.of(group)) {
        next = batch.into(connection, clock.instant(), next);
      }
      return next.entry() - 1;
    } catch (SQLException | RuntimeException e) {
      takeBack(connection);
      throw e;
    }
  }

  private static void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (CommitUnknown.isBroken(e)) {
        throw new CommitUnknown(e);
      }
      takeBack(connection);
      throw e;
    }
  }

  private static void takeBack(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /// What one caller waits for.
  static final class Write<L extends Leaf> {
    final Shelf<L> shelf;
    final List<L> leaves;
    final CompletableFuture<List<Placed>> done = new CompletableFuture<>();
    List<Placed> placed = List.of();

    Write(Shelf<L> shelf, List<L> leaves) {
      this.shelf = shelf;
      this.leaves = List.copyOf(leaves);
    }

    void complete() {
      done.complete(placed);
    }
  }
}
