package org.aboveboard.server.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Release;

/// What a manual cannot tell, in sentences.
final class Unknown {
  private Unknown() {}

  static List<String> of(
      Model model, Optional<Release> release, boolean hasLearnt, boolean isWithoutRun) {
    List<String> unknown = new ArrayList<>();
    if (model.gates().isEmpty()) {
      unknown.add(
          "The policy sets this model no limits to show before it is served, so nothing measured of"
              + " it is signed.");
    } else if (release.isEmpty()) {
      unknown.add(
          "No release is on file, so how well it serves each group of people is not known here.");
    }
    release.ifPresent(one -> measured(one, unknown));
    if (!hasLearnt) {
      unknown.add("Nothing has been learnt yet.");
    }
    if (isWithoutRun) {
      unknown.add("No run of training has been written down yet.");
    }
    unknown.add(
        "Why people chose what they did is not known: the model counts what was chosen together,"
            + " not what for.");
    return unknown;
  }

  private static void measured(Release release, List<String> unknown) {
    unknown.add(
        "What was measured is of the data it was measured on, and need not hold of the people"
            + " here.");
    for (Release.Measured limit : release.limits()) {
      if (limit.value().isEmpty()) {
        unknown.add("'" + limit.limit().figure().word() + "' could not be measured on that data.");
      }
    }
    if (release.results().keySet().stream()
        .noneMatch(name -> name.contains("largest difference"))) {
      unknown.add("How it serves single groups of people was not measured.");
    }
  }
}
