package org.aboveboard.server.receipt;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.aboveboard.ledger.Value;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.server.ledger.Ledger;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.When;
import org.aboveboard.verifier.VerifyPage;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Receipts for the one who looks at a page, in words and as files.
@Path("/receipt")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ReceiptPage {
  /// Names of fields that say little by themselves.
  private static final Map<String, String> NAMES =
      Map.of(
          "kind", "about",
          "said", "you said",
          "served", "shown at",
          "agreed", "agreed before",
          "policyDigest", "policy",
          "promptDigest", "words shown",
          "promptId", "question",
          "runs", "your secret for runs");

  private final Frames frames;
  private final Visitor visitor;
  private final Receipts receipts;
  private final Ledger ledger;

  @Inject
  ReceiptPage(Frames frames, Visitor visitor, Receipts receipts, Ledger ledger) {
    this.frames = frames;
    this.visitor = visitor;
    this.receipts = receipts;
    this.ledger = ledger;
  }

  @GET
  @Path("{index: [0-9]{1,18}}")
  @Operation(hidden = true)
  public TemplateInstance entry(@PathParam("index") long index) {
    return page("/receipt/" + index, found(index));
  }

  @GET
  @Path("{index: [0-9]{1,18}}/file")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response file(@PathParam("index") long index) {
    return file(found(index));
  }

  /// The page that checks receipts, which can be saved and works without us.
  @GET
  @Path("check")
  @Operation(hidden = true)
  public byte[] check() {
    return VerifyPage.page();
  }

  @GET
  @Path("answer/{recommId: [0-9a-f]{32}}")
  @Operation(hidden = true)
  public TemplateInstance answer(@PathParam("recommId") String recommId) {
    return page("/receipt/answer/" + recommId, answered(recommId));
  }

  @GET
  @Path("answer/{recommId: [0-9a-f]{32}}/file")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response answerFile(@PathParam("recommId") String recommId) {
    return file(answered(recommId));
  }

  @GET
  @Path("erasure/{job: [0-9a-f-]{36}}/{stage: asked|done|everywhere}")
  @Operation(hidden = true)
  public TemplateInstance erasure(@PathParam("job") String job, @PathParam("stage") String stage) {
    return page("/receipt/erasure/" + job + "/" + stage, erased(job, stage));
  }

  @GET
  @Path("erasure/{job: [0-9a-f-]{36}}/{stage: asked|done|everywhere}/file")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(hidden = true)
  public Response erasureFile(@PathParam("job") String job, @PathParam("stage") String stage) {
    return file(erased(job, stage));
  }

  private Receipt erased(String job, String stage) {
    return ready(receipts.erasure(Ids.job(job), Stage.of(stage).orElseThrow()));
  }

  private Receipt found(long index) {
    Found step = receipts.step(index);
    return ready(step instanceof Found.Nothing ? receipts.statement(visitor.name(), index) : step);
  }

  private Receipt answered(String recommId) {
    Found own = receipts.answer(visitor.name(), recommId);
    return ready(own instanceof Found.Nothing ? receipts.unnamedAnswer(recommId) : own);
  }

  private static Receipt ready(Found found) {
    return switch (found) {
      case Found.Ready(Receipt receipt) -> receipt;
      case Found.Soon _ ->
          throw Problem.unavailable(
                  "This was written a moment ago and is not published yet.",
                  "Look again in a second or two.")
              .thrown();
      case Found.Nothing _ ->
          throw Problem.notFound(
                  "You have no receipt under this number.", "Privacy options lists your choices.")
              .thrown();
    };
  }

  private static Response file(Receipt receipt) {
    return Response.ok(receipt.bytes())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"entry-" + receipt.file().index() + ".tlog-proof\"")
        .build();
  }

  private TemplateInstance page(String here, Receipt receipt) {
    return new Proof(
        frames.at(here),
        "Receipt: entry " + receipt.file().index() + " of the ledger",
        new org.aboveboard.server.web.Receipt("What it says", lines(receipt)),
        vouched(),
        new Link("Save the receipt", here + "/file"),
        receipt.steps().stream().map(step -> step.hash().hex()).toList());
  }

  private static List<Fact> lines(Receipt receipt) {
    List<Fact> lines = new ArrayList<>();
    lines.add(new Fact("kind", receipt.opening().kind()));
    lines.add(new Fact("written", When.exact(receipt.opening().at())));
    receipt
        .opening()
        .shown()
        .fields()
        .forEach((name, value) -> {
          String words = words(name, value);
          if (!words.isEmpty()) {
            lines.add(new Fact(NAMES.getOrDefault(name, name), words));
          }
        });
    receipt
        .opening()
        .previous()
        .ifPresent(before -> lines.add(new Fact("comes after", before.hash().hex())));
    lines.add(new Fact("ledger", receipt.checkpoint().origin()));
    lines.add(new Fact("entries in it", Long.toString(receipt.checkpoint().size())));
    return lines;
  }

  private static String words(String name, Value value) {
    return switch (value) {
      case Value.Text(String text) when name.equals("said") -> text.toLowerCase(Locale.ROOT);
      case Value.Text(String text) -> text;
      case Value.Whole(long at) when name.equals("served") ->
          at == 0 ? "" : When.exact(Instant.ofEpochMilli(at));
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Flag(boolean flag) -> flag ? "yes" : "no";
    };
  }

  private String vouched() {
    return ledger.trust().quorum().equals(TrustPolicy.NONE)
        ? "No witness vouches for the ledger yet: that others are shown the same one, you take from"
            + " us."
        : "Witnesses who are not us have seen the same ledger and signed it.";
  }
}
