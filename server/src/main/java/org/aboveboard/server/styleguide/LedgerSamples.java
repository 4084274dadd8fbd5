package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.receipt.Proof;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;

/// The ledger's page and that of a receipt, with made-up facts.
final class LedgerSamples {
  private static final String ROOT =
      "6b1f0c77e2a94d0391c588fe2b60a4176b1f0c77e2a94d0391c588fe2b60a417";

  private LedgerSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("ledger-published", ledger(frame, Optional.empty()));
    pages.put(
        "ledger-stopped",
        ledger(frame, Optional.of("Entry 48 of the database is not the one that was published.")));
    pages.put("receipt-proof", receipt(frame));
    return pages;
  }

  private static TemplateInstance ledger(Frame frame, Optional<String> trouble) {
    return new org.aboveboard.server.ledger.State(
        frame,
        new Receipt(
            "Published",
            List.of(
                new Fact("ledger", "harbour.example/ledger"),
                new Fact("entries", "48212"),
                new Fact("root", ROOT))),
        "Witnesses who are not us sign what is published, once they have seen that nothing before it"
            + " changed.",
        List.of(new Fact("library", "has cosigned 48212 entries")),
        trouble);
  }

  private static TemplateInstance receipt(Frame frame) {
    return new Proof(
        frame,
        "Receipt: entry 48 210 of the ledger",
        new Receipt(
            "What it says",
            List.of(
                new Fact("kind", "consent"),
                new Fact("written", "2026-11-23 14:03:09 UTC"),
                new Fact("said", "GIVEN"),
                new Fact("purpose", "suggestions"))),
        "Witnesses who are not us have seen the same ledger and signed it.",
        new Link("Save the receipt", "/receipt/48210/file"),
        List.of(ROOT, ROOT));
  }
}
