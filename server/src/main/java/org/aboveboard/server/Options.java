package org.aboveboard.server;

import java.nio.file.Path;
import java.util.Optional;

/// What an instance is told at its start.
///
/// @param data the folder that holds the embedded store and the keys
/// @param policy the folder of the policy in force
/// @param database a server to use instead of the embedded store: `jdbc:postgresql://…`
/// @param demonstration whether borrowed consents count
/// @param lambda the model's ridge
/// @param xi the model's output scale; 0 is plain EASE
public record Options(
    Path data,
    Path policy,
    Optional<String> database,
    boolean demonstration,
    double lambda,
    double xi) {
  /// The ridge the demonstration is fitted with.
  public static final double LAMBDA = 200;
}
