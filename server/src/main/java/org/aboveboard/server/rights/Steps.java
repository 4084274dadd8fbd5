package org.aboveboard.server.rights;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The steps of one erasure, each kept as soon as it is taken, so that a stop forgets none.
final class Steps {
  private static final String DONE = "done";

  private final UUID job;
  private final ErasureStore jobs;
  private final List<Step> taken;

  Steps(UUID job, ErasureStore jobs) {
    this.job = job;
    this.jobs = jobs;
    this.taken =
        new ArrayList<>(
            jobs.find(job).map(Job::steps).orElse(List.of()).stream()
                .filter(step -> step.state().equals(DONE))
                .toList());
  }

  /// What a step said that was taken before a stop.
  Optional<String> said(String name) {
    return taken.stream().filter(step -> step.name().equals(name)).findFirst().map(Step::detail);
  }

  /// A step is taken; one that was taken before stays as it is.
  void done(String name, String detail) {
    if (said(name).isEmpty()) {
      taken.add(new Step(name, DONE, detail));
      jobs.note(job, taken);
    }
  }

  /// A step failed: the job is tried again at the next start.
  void failed(String name, String detail) {
    List<Step> all = new ArrayList<>(taken);
    all.add(new Step(name, "failed", detail));
    jobs.fail(job, all);
  }

  List<Step> all() {
    return List.copyOf(taken);
  }
}
