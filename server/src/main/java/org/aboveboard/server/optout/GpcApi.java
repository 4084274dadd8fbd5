package org.aboveboard.server.optout;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Says to whoever asks that Global Privacy Control is heeded here, and since when.
@Path("/.well-known/gpc.json")
@Produces(MediaType.APPLICATION_JSON)
final class GpcApi {
  private final Support support;

  @Inject
  GpcApi(
      @ConfigProperty(name = "aboveboard.gpc.since", defaultValue = "2026-11-23") LocalDate since) {
    this.support = new Support(true, since.toString());
  }

  /// The support resource, as the specification words it.
  ///
  /// @param lastUpdate the day of this statement, so that a later meaning of the signal is not ours
  record Support(boolean gpc, String lastUpdate) {}

  @GET
  @Operation(summary = "Says that Global Privacy Control is heeded here.")
  public Support get() {
    return support;
  }
}
