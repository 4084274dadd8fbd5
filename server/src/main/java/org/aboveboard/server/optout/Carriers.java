package org.aboveboard.server.optout;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads all that others send about a person's choices: one fold over every carrier.
public final class Carriers implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(100);
  private static final int THREADS = 2;
  private static final int MOST_WAITING = 256;
  private static final int MOST_REMEMBERED = 1_024;
  private static final int MOST_STRINGS = 4;

  private final ThreadPoolExecutor threads;
  private final Aside tcf;
  private final Aside gpp;
  private final Heard heard;

  private Carriers(ThreadPoolExecutor threads, Duration longestWait, Heard heard) {
    this.threads = threads;
    this.tcf = new Aside(new TcfNotation(), threads, longestWait, MOST_REMEMBERED);
    this.gpp = new Aside(new GppNotation(), threads, longestWait, MOST_REMEMBERED);
    this.heard = heard;
  }

  public static Carriers open(Heard heard) {
    return open(heard, LONGEST_WAIT);
  }

  static Carriers open(Heard heard, Duration longestWait) {
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().daemon().name("optout-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    var carriers = new Carriers(threads, longestWait, heard);
    carriers.warmUp();
    return carriers;
  }

  /// Loads the decoders before anybody waits for them.
  private void warmUp() {
    var _ = tcf.read("CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA");
    var _ = gpp.read("DBABLA~BAAAAAAAAABA.QA");
  }

  /// What came with a request to an endpoint of ours.
  ///
  /// @param headers every line of the header of that name
  /// @param query every value of the parameter of that name
  public Sent ofRequest(
      Function<String, List<String>> headers, Function<String, List<String>> query) {
    return counted(
        Stream.of(
            Gpc.read(headers.apply(Gpc.HEADER)),
            AdpcHeader.read(headers.apply(AdpcHeader.HEADER)),
            strings(Carrier.TCF, tcf, query.apply("tcf")),
            strings(Carrier.GPP, gpp, query.apply("gpp"))));
  }

  /// What every context that applies to one message says.
  public Sent ofContexts(List<JsonNode> contexts) {
    return counted(
        Stream.concat(
            Stream.of(ConsentObjects.read(contexts)), contexts.stream().flatMap(this::written)));
  }

  private Stream<Sent> written(JsonNode context) {
    return Stream.of(
        written(Carrier.TCF, tcf, context.at("/consent/tcString")),
        written(Carrier.TCF, tcf, context.at("/gdpr/consent")),
        written(Carrier.GPP, gpp, context.at("/consent/gppString")));
  }

  private static Sent written(Carrier carrier, Aside aside, JsonNode said) {
    if (ConsentObjects.isAbsent(said)) {
      return Sent.NOTHING;
    }
    return said.isTextual()
        ? strings(carrier, aside, List.of(said.textValue()))
        : Sent.closed(new Unread(carrier, "it is no text"));
  }

  private static Sent strings(Carrier carrier, Aside aside, List<String> strings) {
    if (strings.size() > MOST_STRINGS) {
      return Sent.closed(new Unread(carrier, "there are more than " + MOST_STRINGS + " of them"));
    }
    return strings.stream()
        .filter(text -> !text.isEmpty())
        .map(aside::read)
        .reduce(Sent.NOTHING, Sent::and);
  }

  private Sent counted(Stream<Sent> said) {
    Sent sent = said.reduce(Sent.NOTHING, Sent::and);
    heard.count(sent);
    return sent;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
