package org.aboveboard.server.monitor;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aboveboard.server.monitor.Corrected.Proposed;
import org.aboveboard.server.monitor.MonitorStore.Raised;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.When;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// What the monitors watch and what they found, for everybody.
@Path("/transparency/fairness")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class FairnessPage {
  private static final String HERE = "/transparency/fairness";
  private static final int ALARMS = 20;

  private final Frames frames;
  private final Monitors monitors;
  private final Corrected corrected;
  private final Loops loops;

  @Inject
  FairnessPage(Frames frames, Monitors monitors, Corrected corrected, Loops loops) {
    this.frames = frames;
    this.monitors = monitors;
    this.corrected = corrected;
    this.loops = loops;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return new Fairness(
        frames.at(HERE), monitors.said().stream().map(this::watch).toList(), loops.said());
  }

  private Fairness.Watch watch(Said said) {
    Watched watched = said.watched();
    String id = watched.monitor().id();
    return new Fairness.Watch(
        id,
        watched.monitor().question().plain(),
        said.state(),
        said.sentence(),
        said.facts(),
        said.charts(),
        alarms(watched),
        corrected.because(id).stream()
            .map(done -> When.moment(done.at()) + ": " + done.sentence())
            .toList(),
        corrected.proposed(id).stream().map(FairnessPage::words).toList());
  }

  private List<String> alarms(Watched watched) {
    return monitors.alarms(watched.monitor().id(), ALARMS).stream()
        .map(alarm -> words(watched, alarm))
        .toList();
  }

  private static String words(Proposed proposed) {
    return When.moment(proposed.since())
        + ": "
        + proposed.sentence()
        + proposed
            .until()
            .map(until -> " No longer needed since " + When.moment(until) + ".")
            .orElse(" Nobody has decided it yet.");
  }

  private static String words(Watched watched, Raised alarm) {
    return watched.label(alarm.stream())
        + ": from "
        + When.moment(alarm.since())
        + alarm.until().map(until -> " until " + When.moment(until)).orElse(", and still");
  }
}
