package org.aboveboard.server.privacy;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.key.Ageing;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How far an erasure has come, then its receipt. The address is the only thing that names the job,
/// for its person is no longer known.
@Path("/privacy/erased/{job: [0-9a-f-]{36}}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ErasedPage {
  /// The steps in their order, as the job names them and as people read them.
  private static final List<Fact> STEPS =
      List.of(
          new Fact("rows and key", "Your records and your key"),
          new Fact("memory", "What this server remembers"),
          new Fact("model", "The model"),
          new Fact("exports", "Copies handed to others"),
          new Fact("second look", "A second look, by other code"));

  /// Kept for the receipt: what the model was made of before.
  private static final String BEFORE = "integers before";

  private final Frames frames;
  private final org.aboveboard.server.rights.Erase erase;
  private final Declaration declaration;
  private final Ageing ageing;
  private final RoutingContext request;

  @Inject
  ErasedPage(
      Frames frames,
      org.aboveboard.server.rights.Erase erase,
      Declaration declaration,
      Ageing ageing,
      RoutingContext request) {
    this.frames = frames;
    this.erase = erase;
    this.declaration = declaration;
    this.ageing = ageing;
    this.request = request;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("job") String id) {
    var job =
        uuid(id)
            .flatMap(erase::find)
            .orElseThrow(
                () -> Problem.notFound("There is no such erasure.", "Check the address.").thrown());
    boolean isRunning = job.state().equals("running");
    if (isRunning) {
      request.response().putHeader("Refresh", "2");
    }
    return new Job(
        frames.at("/privacy/erased/" + job.id()),
        isRunning ? "Erasing" : job.state().equals("done") ? "Erased" : "Not all erased",
        steps(job),
        isRunning ? Optional.empty() : Optional.of(receipt(job)),
        isRunning ? List.of() : proofs(job));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static List<Step> steps(org.aboveboard.server.rights.Job job) {
    List<Step> steps = new ArrayList<>();
    for (Fact step : STEPS) {
      steps.add(
          job.steps().stream()
              .filter(done -> done.name().equals(step.name()))
              .findFirst()
              .map(done -> step(step.value(), done))
              .orElseGet(() -> new Step(step.value(), State.WAITING, "")));
    }
    job.steps().stream()
        .filter(step -> !step.name().equals(BEFORE))
        .filter(step -> STEPS.stream().noneMatch(known -> known.name().equals(step.name())))
        .forEach(step -> steps.add(step(step.name(), step)));
    return steps;
  }

  private static Step step(String words, org.aboveboard.server.rights.Step step) {
    boolean isDone = step.state().equals("done");
    return isDone
        ? new Step(words, State.DONE, detail(step))
        : new Step(words, State.failed("Failed"), step.detail());
  }

  private static String detail(org.aboveboard.server.rights.Step step) {
    return switch (step.name()) {
      case "model" -> "as if you had never been here";
      case "second look" -> "nothing of yours was found";
      // the rest is said in numbers
      default -> step.detail();
    };
  }

  private Receipt receipt(org.aboveboard.server.rights.Job job) {
    List<Fact> lines = new ArrayList<>();
    lines.add(new Fact("asked", When.exact(job.asked())));
    job.ended().ifPresent(ended -> lines.add(new Fact("ended", When.exact(ended))));
    job.steps().stream()
        .filter(step -> !step.name().equals(BEFORE))
        .forEach(step -> lines.add(new Fact(step.name(), step.detail())));
    lines.add(new Fact("everywhere", everywhere(job)));
    lines.add(new Fact("kept", org.aboveboard.server.rights.Erase.KEPT));
    lines.add(new Fact("job", job.id().toString()));
    lines.add(new Fact("policy", declaration.now().policy().digest()));
    return new Receipt("Receipt for what you erased", lines);
  }

  /// Until when copies are left that could be opened: what was sealed under the key lies in backups
  /// and in parts of the disk that are written over later.
  private String everywhere(org.aboveboard.server.rights.Job job) {
    return job.everywhere()
        .map(at -> "since " + When.exact(at) + " nothing opens any copy")
        .or(() ->
            job.epoch()
                .flatMap(ageing::end)
                .map(end ->
                    "backups and old parts of the disk could still be opened until "
                        + When.exact(end)
                        + " at the latest; then the key that they hang on is destroyed"))
        .orElse(
            "copies made before this stay sealed under the root key, and end when they are deleted");
  }

  private static List<Link> proofs(org.aboveboard.server.rights.Job job) {
    String to = "/receipt/erasure/" + job.id() + "/";
    List<Link> proofs = new ArrayList<>();
    proofs.add(new Link("Receipt: asked", to + "asked"));
    if (job.state().equals("done")) {
      proofs.add(new Link("Receipt: erased here", to + "done"));
    }
    if (job.everywhere().isPresent()) {
      proofs.add(new Link("Receipt: erased everywhere", to + "everywhere"));
    }
    return proofs;
  }
}
