package org.aboveboard.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/// A load over HTTP on a running demonstration, and what it took.
///
/// Open loop: requests are due at fixed moments, whether or not earlier ones are answered, and each
/// one's latency counts from the moment it was due (so a stall is charged to all that waited in it:
/// Gil Tene's "coordinated omission"). Closed loop, for throughput: every connection sends its next
/// request when its last is answered. Only addresses of this machine are loaded.
///
/// Usage: `Load URL KEY recommend RATE SECONDS SUBJECTPATTERN SUBJECTS` or `Load URL KEY events
/// RATE SECONDS SUBJECTPATTERN SUBJECTS`; RATE 0 is the closed loop, and for events a request holds
/// 100 of them.
public final class Load {
  private static final int CONNECTIONS = 24;
  private static final int BATCH = 100;

  private final URI server;
  private final String key;

  private Load(URI server, String key) {
    this.server = server;
    this.key = key;
  }

  public static void main(String... arguments) throws Exception {
    URI server = URI.create(arguments[0]);
    if (!List.of("127.0.0.1", "localhost").contains(server.getHost())) {
      throw new IllegalArgumentException("only this machine is loaded: use 127.0.0.1");
    }
    Load load = new Load(server, arguments[1]);
    double rate = Double.parseDouble(arguments[3]);
    double seconds = Math.min(120, Double.parseDouble(arguments[4]));
    String pattern = arguments[5];
    int subjects = Integer.parseInt(arguments[6]);
    IntFunction<byte[]> request =
        switch (arguments[2]) {
          case "recommend" -> i -> load.recommend(subject(pattern, i, subjects));
          case "events" -> i -> load.events(i, pattern, subjects);
          default -> throw new IllegalArgumentException("recommend or events");
        };
    int each = arguments[2].equals("events") ? BATCH : 1;
    load.run(request, rate, seconds, each);
  }

  private static String subject(String pattern, int i, int subjects) {
    return String.format(Locale.ROOT, pattern, (int) (i * 7919L % subjects));
  }

  private byte[] recommend(String subject) {
    return Exchange.request(
        "GET", server, "/v1/recommendations?surface=home-row&n=10&subject=" + subject, key, "");
  }

  private byte[] events(int request, String pattern, int subjects) {
    String run = Long.toHexString(System.nanoTime());
    StringBuilder batch = new StringBuilder("{\"batch\":[");
    for (int i = 0; i < BATCH; i++) {
      String user = subject(pattern, request * BATCH + i, subjects).substring(2);
      batch
          .append(i == 0 ? "" : ",")
          .append("{\"type\":\"track\",\"event\":\"Product Viewed\",\"messageId\":\"")
          .append(run)
          .append('-')
          .append(request)
          .append('-')
          .append(i)
          .append("\",\"userId\":\"")
          .append(user)
          .append("\",\"properties\":{\"product_id\":\"b")
          .append(String.format(Locale.ROOT, "%04d", 1 + (request * 31 + i * 17) % 1999))
          .append("\"}}");
    }
    return Exchange.request("POST", server, "/v1/batch", key, batch.append("]}").toString());
  }

  private void run(IntFunction<byte[]> request, double rate, double seconds, int each)
      throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    long end = begin + (long) (seconds * 1e9);
    List<long[]> measured = new ArrayList<>();
    List<Thread> senders = new ArrayList<>();
    AtomicInteger failed = new AtomicInteger();
    for (int c = 0; c < CONNECTIONS; c++) {
      senders.add(
          Thread.ofPlatform()
              .start(() -> {
                long[] latencies = sent(request, rate, begin, end, next, failed);
                synchronized (measured) {
                  measured.add(latencies);
                }
              }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    double took = (System.nanoTime() - begin) / 1e9;
    report(measured, took, each, failed.get(), rate);
  }

  private long[] sent(
      IntFunction<byte[]> request,
      double rate,
      long begin,
      long end,
      AtomicInteger next,
      AtomicInteger failed) {
    List<Long> latencies = new ArrayList<>();
    try (Exchange exchange = Exchange.to(server)) {
      while (true) {
        int i = next.getAndIncrement();
        long due = rate > 0 ? begin + (long) (i / rate * 1e9) : System.nanoTime();
        if (due >= end) {
          return latencies.stream().mapToLong(Long::longValue).toArray();
        }
        byte[] bytes = request.apply(i);
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        long from = rate > 0 ? due : System.nanoTime();
        if (exchange.send(bytes) != 200) {
          failed.incrementAndGet();
        }
        latencies.add(System.nanoTime() - from);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the server does not answer", e);
    }
  }

  private static void report(
      List<long[]> measured, double seconds, int each, int failed, double rate) {
    long[] all = measured.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d requests (%,d not 200) in %.1f s = %,.0f /s%s; latency ms: p50 %.2f p90 %.2f p99"
            + " %.2f max %.2f%n",
        rate > 0 ? "open loop at " + rate + "/s" : "closed loop, " + CONNECTIONS + " connections",
        all.length,
        failed,
        seconds,
        all.length / seconds,
        each == 1
            ? ""
            : String.format(Locale.ROOT, " = %,.0f events/s", all.length * each / seconds),
        at(all, 0.5),
        at(all, 0.9),
        at(all, 0.99),
        at(all, 1));
  }

  private static double at(long[] sorted, double quantile) {
    int place = (int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
    return sorted.length == 0 ? Double.NaN : sorted[place] / 1e6;
  }
}
