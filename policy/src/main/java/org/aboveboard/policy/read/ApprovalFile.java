package org.aboveboard.policy.read;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Digest;
import org.aboveboard.policy.Json;

/// An approval as the file that it is kept in.
public final class ApprovalFile {
  private static final int SHOWN = 8;

  private ApprovalFile() {}

  /// The names it can have in a policy's folder, the plainest first.
  public static List<String> names(Approval approval) {
    var start = approval.policy().substring(0, Math.min(SHOWN, approval.policy().length()));
    var plain = approval.purpose() + "-" + start;
    return Stream.of(
            plain,
            plain + "-" + approval.person(),
            "approval-" + Digest.of(text(approval)).substring(0, 2 * SHOWN))
        .filter(PolicyFolder::isId)
        .map(Kind.APPROVAL::file)
        .toList();
  }

  /// Its text, which is read back as the same approval.
  public static String text(Approval approval) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put("purpose", approval.purpose());
    keys.put("role", approval.role());
    keys.put("person", approval.person());
    keys.put("policy", approval.policy());
    keys.put("why", approval.why());
    keys.put("results", approval.results());
    keys.put("until", approval.until().toString());
    keys.put("signature", approval.signature());
    // a text of JSON is one of YAML too
    return keys.entrySet().stream()
        .map(entry -> entry.getKey() + ": " + Json.text(entry.getValue()) + "\n")
        .collect(joining());
  }

  /// Reads one by itself, whatever policy it is about.
  ///
  /// @throws PolicyFaults naming everything that is wrong, if anything is
  public static Approval read(String file, String text) throws PolicyFaults {
    var readers = new Readers();
    var faults = readers.faults();
    var approval =
        YamlReader.read(file, text, FolderEntry.LARGEST_FILE, faults)
            .map(block -> readers.reading(file, block))
            .map(reading -> {
              var read = AssessmentReader.approval("", reading);
              reading.done();
              return read;
            });
    faults.throwIfAny();
    return approval.orElseThrow();
  }
}
