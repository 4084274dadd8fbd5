package org.aboveboard.server.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The settings under which our own server runs, given on its command line at each start, so that
/// no file in an old folder can weaken them.
final class Settings {
  /// What is acknowledged is on disk.
  private static final List<String> DURABLE =
      List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on");

  /// Reached through loopback alone, by password alone.
  private static final List<String> CLOSED =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "password_encryption=scram-sha-256");

  /// No statement, value or row detail is ever written to the log: they are people's data.
  private static final List<String> DISCREET =
      List.of(
          "logging_collector=off",
          "log_destination=stderr",
          "log_min_messages=warning",
          "log_error_verbosity=terse",
          "log_min_error_statement=panic",
          "log_statement=none",
          "log_min_duration_statement=-1",
          "log_parameter_max_length=0",
          "log_parameter_max_length_on_error=0",
          "log_checkpoints=off",
          "log_autovacuum_min_duration=-1",
          "log_lock_waits=off",
          "track_activity_query_size=100",
          "log_timezone=UTC");

  /// Modest: a machine with two cores that also runs the rest of Aboveboard.
  private static final List<String> MODEST =
      List.of(
          "max_connections=60",
          "shared_buffers=256MB",
          "effective_cache_size=1GB",
          "work_mem=16MB",
          "maintenance_work_mem=128MB",
          "max_parallel_workers_per_gather=0",
          "max_parallel_maintenance_workers=0",
          "jit=off",
          "wal_compression=on",
          "max_wal_size=2GB",
          "checkpoint_timeout=15min",
          "random_page_cost=1.1",
          "timezone=UTC");

  private Settings() {}

  static List<String> arguments(int port) {
    var arguments = new ArrayList<String>();
    Stream.of(DURABLE, CLOSED, DISCREET, MODEST, List.of("port=" + port))
        .flatMap(List::stream)
        .forEach(setting -> {
          arguments.add("-c");
          arguments.add(setting);
        });
    return arguments;
  }
}
