package org.aboveboard.server.monitor;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.aboveboard.policy.Monitor.Claim;
import org.aboveboard.server.monitor.Course.Found;
import org.aboveboard.server.monitor.MonitorStore.Row;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What the monitors watch and what they found, as JSON.
@Path("/v1/monitors")
@RunOnVirtualThread
final class MonitorApi {
  private static final int ALARMS = 100;

  private final Monitors monitors;
  private final Corrected corrected;

  @Inject
  MonitorApi(Monitors monitors, Corrected corrected) {
    this.monitors = monitors;
    this.corrected = corrected;
  }

  /// One monitor.
  ///
  /// @param declaration the digest of what it measures
  /// @param claim as the policy writes it: `fourFifths`, or `{within: 0.1}`
  /// @param streams `quiet`, `alarmed` or `cleared` for each group that has a test
  record One(
      String id,
      String question,
      String surface,
      String outcome,
      Object claim,
      double alpha,
      double averageRunLength,
      String every,
      String closes,
      String owner,
      String firstAction,
      int smallest,
      String declaration,
      Optional<Instant> begun,
      String found,
      Map<String, Stream> streams,
      List<Epoch> epochs,
      List<Alarm> alarms,
      List<Corrected.Done> corrections,
      List<Corrected.Proposed> proposals) {}

  /// What a stream says, and since when.
  record Stream(String state, Optional<Instant> since) {}

  /// What was found of a group in an epoch.
  ///
  /// @param mean of the epoch
  /// @param low from where the true mean of all epochs so far lies, at every moment at once
  record Epoch(
      long epoch,
      LocalDate day,
      String group,
      long people,
      double mean,
      double expected,
      double meanSoFar,
      double low,
      double high) {}

  /// An alarm.
  record Alarm(String stream, String by, Instant since, Optional<Instant> until) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "What the monitors watch and what they found.",
      description = "Groups of too few people are left out of the epochs.")
  public List<One> all() {
    return monitors.said().stream().map(this::one).toList();
  }

  private One one(Said said) {
    Watched watched = said.watched();
    String id = watched.monitor().id();
    return new One(
        id,
        watched.monitor().question().plain(),
        watched.surface().id(),
        watched.monitor().outcome().name().toLowerCase(Locale.ROOT),
        claim(watched.monitor().claim()),
        watched.plan().alpha(),
        Lane.RUN_LENGTH,
        watched.monitor().every().toString(),
        watched.monitor().closes().toString(),
        watched.monitor().owner(),
        watched.monitor().firstAction().plain(),
        watched.plan().smallest(),
        watched.digest(),
        said.known().map(known -> known.kept().begun()),
        said.sentence(),
        streams(monitors.state(id)),
        said.rows().stream().map(MonitorApi::epoch).toList(),
        monitors.alarms(id, ALARMS).stream()
            .map(one -> new Alarm(one.stream(), one.cause(), one.since(), one.until()))
            .toList(),
        corrected.because(id),
        corrected.proposed(id));
  }

  private static Object claim(Claim claim) {
    return switch (claim) {
      case Claim.FourFifths _ -> "fourFifths";
      case Claim.Within(double tolerance) -> Map.of("within", tolerance);
    };
  }

  private static Map<String, Stream> streams(Standing standing) {
    Map<String, Stream> streams = new TreeMap<>();
    standing.streams().forEach((stream, condition) -> streams.put(stream, stream(condition)));
    return streams;
  }

  private static Stream stream(Standing.Condition condition) {
    return switch (condition) {
      case Standing.Condition.Quiet _ -> new Stream("quiet", Optional.empty());
      case Standing.Condition.Alarmed(Instant since, _) ->
          new Stream("alarmed", Optional.of(since));
      case Standing.Condition.Cleared(Instant at) -> new Stream("cleared", Optional.of(at));
    };
  }

  private static Epoch epoch(Row row) {
    Found found = row.found();
    return new Epoch(
        row.epoch(),
        row.day(),
        found.group(),
        found.people(),
        found.mean(),
        found.expected(),
        found.soFar(),
        found.likely().low(),
        found.likely().high());
  }
}
