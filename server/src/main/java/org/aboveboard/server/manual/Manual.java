package org.aboveboard.server.manual;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All there is to say of one model, as data.
///
/// @param served whether this server serves it
/// @param because why not, and what cures it
/// @param overrides the limits that are let through, first of all
/// @param used the signals that it is made of
/// @param notUsed declared signals that it is not made of
/// @param prohibited the categories that never go into it, with all that are part of them
/// @param results what was measured, group by group, in words
/// @param unknown what nobody can tell from this, said plainly
public record Manual(
    String id,
    String label,
    String sentence,
    boolean served,
    Optional<String> because,
    List<Overridden> overrides,
    String policy,
    String owner,
    List<String> purposes,
    List<Used> used,
    List<String> notUsed,
    List<String> prohibited,
    Scale scale,
    Training training,
    List<Limit> limits,
    List<String> overriddenBy,
    Optional<Signed> release,
    Map<String, String> results,
    List<String> unknown) {
  public Manual {
    overrides = List.copyOf(overrides);
    purposes = List.copyOf(purposes);
    used = List.copyOf(used);
    notUsed = List.copyOf(notUsed);
    prohibited = List.copyOf(prohibited);
    limits = List.copyOf(limits);
    overriddenBy = List.copyOf(overriddenBy);
    results = Collections.unmodifiableMap(new TreeMap<>(results));
    unknown = List.copyOf(unknown);
  }

  /// A signal and how much one act of its kind counts.
  public record Used(String id, String verb, int weight) {}

  /// How scores come about, and with which settings here.
  public record Scale(String kind, double lambda, double xi, String words) {}

  /// What it was learnt from so far.
  ///
  /// @param index the journal index that it is equal to
  /// @param acts how many acts of people are in it
  /// @param run the latest run that was written down
  public record Training(int people, int items, long acts, long index, Optional<Run> run) {}

  /// A run, and where its receipt is.
  public record Run(long index, Instant at, String receipt) {}

  /// A declared limit and what the release on file shows of it.
  public record Limit(
      String figure,
      String bound,
      double limit,
      Optional<Double> measured,
      Optional<Boolean> met) {}

  /// A limit that is let through though it is not met.
  public record Overridden(String figure, String by, String role, String why, LocalDate until) {}

  /// The release on file.
  public record Signed(
      String by,
      String role,
      String why,
      LocalDate on,
      LocalDate until,
      String evaluation,
      String settings) {}
}
