package org.aboveboard.policy.read;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Release;

/// A release as the file that it is kept in.
public final class ReleaseFile {
  private static final int SHOWN = 12;

  private ReleaseFile() {}

  /// The names it can have in a policy's folder, the plainest first.
  public static List<String> names(Release release) {
    var evaluation = release.evaluation();
    var plain =
        release.model() + "-" + evaluation.substring(0, Math.min(SHOWN, evaluation.length()));
    var digest = Digest.of(text(release)).substring(0, SHOWN);
    return Stream.of(plain, plain + "-" + digest, "release-" + digest)
        .filter(PolicyFolder::isId)
        .map(Kind.RELEASE::file)
        .toList();
  }

  /// Its text, which is read back as the same release.
  public static String text(Release release) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("model", Json.text(release.model()));
    keys.put("setting", setting(release.setting()));
    keys.put("policy", Json.text(release.policy()));
    keys.put("evaluation", Json.text(release.evaluation()));
    keys.put("limits", release.limits().stream().map(ReleaseFile::limit).collect(joining()));
    if (!release.results().isEmpty()) {
      keys.put("results", results(release.results()));
    }
    keys.put("role", Json.text(release.role()));
    keys.put("person", Json.text(release.person()));
    keys.put("why", Json.text(release.why()));
    keys.put("on", release.on().toString());
    keys.put("until", release.until().toString());
    keys.put("signature", Json.text(release.signature()));
    return lines(keys);
  }

  private static String lines(Map<String, String> keys) {
    return keys.entrySet().stream()
        .map(entry ->
            entry.getKey()
                + ":"
                + (entry.getValue().startsWith("\n") ? "" : " ")
                + entry.getValue())
        .map(line -> line + "\n")
        .collect(joining());
  }

  private static String setting(Release.Setting setting) {
    return "{kind: "
        + Json.text(setting.kind())
        + ", lambda: "
        + number(setting.lambda())
        + ", xi: "
        + number(setting.xi())
        + "}";
  }

  private static String limit(Release.Measured limit) {
    return "\n  "
        + limit.limit().figure().word()
        + ": {"
        + Scalars.word(limit.limit().bound())
        + ": "
        + number(limit.limit().value())
        + limit.value().map(value -> ", measured: " + number(value)).orElse("")
        + ", met: "
        + limit.isMet()
        + limit.override().map(why -> ", override: " + Json.text(why)).orElse("")
        + "}";
  }

  private static String results(Map<String, String> results) {
    // a text of JSON is one of YAML too
    return results.entrySet().stream()
        .map(entry -> "\n  " + Json.text(entry.getKey()) + ": " + Json.text(entry.getValue()))
        .collect(joining());
  }

  private static String number(double number) {
    return Json.text(Double.toString(number));
  }

  /// Reads one by itself, whatever policy it is about.
  ///
  /// @throws PolicyFaults naming everything that is wrong, if anything is
  public static Release read(String file, String text) throws PolicyFaults {
    var readers = new Readers();
    var faults = readers.faults();
    var release =
        YamlReader.read(file, text, FolderEntry.LARGEST_FILE, faults)
            .map(block -> readers.reading(file, block))
            .map(reading -> {
              var read = ReleaseReader.release("", reading);
              reading.done();
              return read;
            });
    faults.throwIfAny();
    return release.orElseThrow();
  }
}
