package org.aboveboard.server.optout;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aboveboard.server.web.Trace;
import org.jboss.logging.Logger;

/// Reads strings of one notation aside from the requests that wait for them.
///
/// Each string is read once, by threads of its own, and a request waits only so long. What is not
/// read by then counts as unreadable for that request; the work goes on, at most once for each
/// string, and a later request finds what came of it. The strings read last are remembered.
final class Aside {
  private static final Logger LOG = Logger.getLogger(Aside.class);

  private final Notation notation;
  private final Executor threads;
  private final Duration limit;
  private final Map<String, FutureTask<Sent>> known;

  Aside(Notation notation, Executor threads, Duration limit, int most) {
    this.notation = notation;
    this.threads = threads;
    this.limit = limit;
    this.known = Collections.synchronizedMap(new Latest<>(most));
  }

  Sent read(String text) {
    return notation.fault(text).map(this::closed).orElseGet(() -> readWithin(text));
  }

  private Sent readWithin(String text) {
    try {
      return known.computeIfAbsent(text, this::begun).get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      return closed("it took too long to read");
    } catch (RejectedExecutionException _) {
      return closed("too many were being read");
    } catch (ExecutionException fault) {
      return undecodable(fault);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return closed("the request ended before it was read");
    }
  }

  private FutureTask<Sent> begun(String text) {
    var task = new FutureTask<>(() -> notation.read(text));
    threads.execute(task);
    return task;
  }

  private Sent undecodable(ExecutionException fault) {
    if (!(fault.getCause() instanceof RuntimeException)) {
      LOG.errorf("A %s string could not be read.%n%s", notation.carrier().tag(), Trace.of(fault));
    }
    return closed("it does not decode");
  }

  private Sent closed(String why) {
    return Sent.closed(new Unread(notation.carrier(), why));
  }

  /// The entries used last, and no more of them than this.
  private static final class Latest<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    Latest(int most) {
      super(16, 0.75f, true);
      this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > most;
    }
  }
}
