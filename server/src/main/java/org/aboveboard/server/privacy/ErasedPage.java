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
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
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
          new Fact("model", "The model"),
          new Fact("second look", "A second look, by other code"));

  private final Frames frames;
  private final org.aboveboard.server.rights.Erase erase;
  private final Declaration declaration;
  private final RoutingContext request;

  @Inject
  ErasedPage(
      Frames frames,
      org.aboveboard.server.rights.Erase erase,
      Declaration declaration,
      RoutingContext request) {
    this.frames = frames;
    this.erase = erase;
    this.declaration = declaration;
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
        isRunning ? Optional.empty() : Optional.of(receipt(job)));
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
    job.steps().forEach(step -> lines.add(new Fact(step.name(), step.detail())));
    lines.add(
        new Fact("backups", "made before this still hold it, sealed, until they are deleted"));
    lines.add(new Fact("job", job.id().toString()));
    lines.add(new Fact("policy", declaration.now().policy().digest()));
    return new Receipt("Receipt for what you erased", lines);
  }
}
