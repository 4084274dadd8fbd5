package org.aboveboard.server.command;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.util.concurrent.atomic.AtomicReference;

/// The web while it runs: says that it is there, and waits to be stopped.
public final class Serving implements QuarkusApplication {
  private static final AtomicReference<Runnable> GREETING = new AtomicReference<>(() -> {});

  /// What to say once every page answers.
  static void greet(Runnable greeting) {
    GREETING.set(greeting);
  }

  @Override
  public int run(String... nothing) {
    GREETING.get().run();
    Quarkus.waitForExit();
    return Main.DONE;
  }
}
