package org.aboveboard.server;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.aboveboard.policy.read.PolicyFaults;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The house that the web serves: the one a command has opened, or one opened from the settings.
@Singleton
@Startup
public final class Running {
  private static final AtomicReference<Optional<House>> OPENED =
      new AtomicReference<>(Optional.empty());

  private final House house;

  Running(
      @ConfigProperty(name = "aboveboard.data", defaultValue = ".aboveboard/data") Path data,
      @ConfigProperty(name = "aboveboard.policy", defaultValue = "policies/bookshop") Path policy,
      @ConfigProperty(name = "aboveboard.db") Optional<String> database,
      @ConfigProperty(name = "aboveboard.demonstration", defaultValue = "false")
          boolean demonstration,
      @ConfigProperty(name = "aboveboard.lambda", defaultValue = "200") double lambda,
      @ConfigProperty(name = "aboveboard.xi", defaultValue = "0") double xi)
      throws IOException, PolicyFaults {
    Optional<House> opened = OPENED.getAndSet(Optional.empty());
    this.house =
        opened.isPresent()
            ? opened.get()
            : House.open(
                new Options(data, policy, database, demonstration, lambda, xi),
                InstantSource.system());
  }

  /// Hands over a house that is open already.
  public static void take(House house) {
    OPENED.set(Optional.of(house));
  }

  House house() {
    return house;
  }

  @PreDestroy
  void close() {
    house.close();
  }
}
