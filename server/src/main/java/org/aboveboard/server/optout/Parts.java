package org.aboveboard.server.optout;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.aboveboard.server.declaration.Declaration;

/// Hands this room's parts to the web's resources.
@Singleton
final class Parts {
  @Produces
  @Singleton
  @DefaultBean
  Carriers carriers(Heard heard) {
    return Carriers.open(heard);
  }

  void close(@Disposes Carriers carriers) {
    carriers.close();
  }

  @Produces
  @Singleton
  @DefaultBean
  Asked asked(Declaration declaration) {
    return new AskedAsDeclared(declaration);
  }
}
