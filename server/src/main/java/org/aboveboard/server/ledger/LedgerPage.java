package org.aboveboard.server.ledger;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Receipt;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How far the ledger is published, for people.
@Path("/ledger")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class LedgerPage {
  private final Frames frames;
  private final Ledger ledger;

  @Inject
  LedgerPage(Frames frames, Ledger ledger) {
    this.frames = frames;
    this.ledger = ledger;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return new State(
        frames.at("/ledger"),
        new Receipt("Published", checkpoint()),
        vouched(),
        ledger.witnesses().entrySet().stream()
            .map(said -> new Fact(said.getKey(), said.getValue()))
            .toList(),
        ledger.trouble());
  }

  private List<Fact> checkpoint() {
    List<Fact> lines = new ArrayList<>();
    lines.add(new Fact("ledger", ledger.key().name()));
    lines.add(new Fact("entries", Long.toString(ledger.size())));
    ledger.root().ifPresent(root -> lines.add(new Fact("root", root.hex())));
    lines.add(new Fact("key", ledger.key().format()));
    return lines;
  }

  private String vouched() {
    return ledger.trust().quorum().equals(TrustPolicy.NONE)
        ? "No witness vouches for this ledger yet. That everybody is shown the same one, you take"
            + " from us."
        : "Witnesses who are not us sign what is published, once they have seen that nothing before"
            + " it changed.";
  }
}
