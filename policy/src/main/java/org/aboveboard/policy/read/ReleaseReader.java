package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Figure;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Release;

/// Reads a release. Its numbers are quoted, so that each is the very one that was measured.
final class ReleaseReader {
  private static final String CURE = "Have it signed anew with './aboveboard release'.";

  private ReleaseReader() {}

  static Release release(String id, Reading file) {
    var setting = file.block("setting");
    var release =
        new Release(
            file.link("model", Kind.MODEL),
            new Release.Setting(
                setting.text("kind"), number(setting, "lambda"), number(setting, "xi")),
            file.text("policy"),
            file.text("evaluation"),
            limits(file),
            file.textsByKey("results"),
            file.link("role", Kind.ROLE),
            file.link("person", Kind.PERSON),
            file.text("why"),
            file.date("on"),
            file.date("until"),
            file.text("signature"));
    setting.done();
    return release;
  }

  private static List<Release.Measured> limits(Reading file) {
    return file.blocks("limits").entrySet().stream()
        .map(entry -> limit(file, entry))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Release.Measured> limit(Reading file, Map.Entry<String, Reading> entry) {
    var figure = Figure.of(entry.getKey());
    if (figure.isEmpty()) {
      file.fault("limits", say("'%s' is no figure that is measured.", entry.getKey()), CURE);
    }
    var block = entry.getValue();
    var measured = figure.map(known -> measured(known, block));
    if (measured.filter(one -> one.isMet() != block.flag("met")).isPresent()) {
      block.fault("met", "'met' is not what the numbers beside it say.", CURE);
    }
    block.done();
    return measured;
  }

  private static Release.Measured measured(Figure figure, Reading block) {
    var bound = block.has("atMost") ? Model.Bound.AT_MOST : Model.Bound.AT_LEAST;
    return new Release.Measured(
        new Model.Limit(figure, bound, number(block, Scalars.word(bound))),
        optional(block, "measured", ReleaseReader::number),
        optional(block, "override", Reading::text));
  }

  /// How a value of a block is read.
  private interface Read<T> {
    T of(Reading block, String key);
  }

  private static <T> Optional<T> optional(Reading block, String key, Read<T> read) {
    return block.has(key) ? Optional.of(read.of(block, key)) : Optional.empty();
  }

  private static double number(Reading block, String key) {
    try {
      var number = Double.parseDouble(block.text(key));
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    block.fault(key, say("'%s' is no number.", key), CURE);
    return 0;
  }
}
