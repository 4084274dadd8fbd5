package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Experiment.Arm;
import org.aboveboard.policy.Experiment.Varies;

/// Reads one experiment.
final class ExperimentReader {
  private static final Set<String> OF_ASKING =
      Set.of("wording", "prompt", "prompts", "question", "consent", "label", "asking");

  private static final double ROUNDING = 1e-9;
  private static final double MOST_FACTOR = 10;

  private ExperimentReader() {}

  static Experiment experiment(String id, Reading file) {
    return new Experiment(
        id,
        file.words("label"),
        file.words("question"),
        file.link("surface", Kind.SURFACE),
        file.link("purpose", Kind.PURPOSE),
        file.link("owner", Kind.ROLE),
        file.date("until"),
        varies(file),
        arms(file),
        file.words("success"),
        file.words("harm"));
  }

  private static Varies varies(Reading file) {
    if (file.has("varies") && !file.isBlock("varies") && isAboutAsking(file.text("varies"))) {
      file.fault(
          "varies",
          "How people are asked is never an experiment.",
          "A question is not made so that more people say yes. Vary correction or exploration.");
      return Varies.CORRECTION;
    }
    return file.oneOf("varies", Varies.class, Varies.CORRECTION);
  }

  private static boolean isAboutAsking(String word) {
    return OF_ASKING.contains(word);
  }

  private static Map<String, Arm> arms(Reading file) {
    var arms = new TreeMap<String, Arm>();
    file.blocks("arms")
        .forEach((id, block) -> {
          file.refuseUnlessId(id, "arms");
          arms.put(
              id,
              new Arm(
                  Shares.between(block, "share", 0, 1), Shares.upTo(block, "factor", MOST_FACTOR)));
          block.done();
        });
    double sum = 0;
    for (var arm : arms.values()) {
      sum += arm.share();
    }
    if (arms.size() < 2 || Math.abs(sum - 1) > ROUNDING) {
      file.fault(
          "arms",
          say("%d arms with %s of the people together are no experiment.", arms.size(), sum),
          "Write two arms or more whose shares add up to 1.");
    }
    return arms;
  }
}
