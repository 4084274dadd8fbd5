package org.aboveboard.server.declaration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Release;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReleaseFile;

/// What lies beside a version, as text and back: its approvals, and the releases of its models as
/// the text of their files.
final class Beside {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Map<String, String>>> ALL = new TypeReference<>() {};
  private static final String RELEASE = "release";

  private Beside() {}

  static String written(Policy policy) {
    try {
      return JSON.writeValueAsString(
          Stream.concat(
                  policy.approvals().stream().map(Beside::members),
                  policy.releases().stream()
                      .map(release -> Map.of(RELEASE, ReleaseFile.text(release))))
              .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What lies beside a version cannot be written.", e);
    }
  }

  /// The policy with what lay beside it.
  static Policy laid(Policy policy, String text) {
    try {
      List<Map<String, String>> all = JSON.readValue(text, ALL);
      return policy
          .with(
              all.stream().filter(one -> !one.containsKey(RELEASE)).map(Beside::approval).toList())
          .releasing(
              all.stream()
                  .filter(one -> one.containsKey(RELEASE))
                  .map(one -> release(one.getOrDefault(RELEASE, "")))
                  .toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What lies beside a version does not read.", e);
    }
  }

  private static Release release(String text) {
    try {
      return ReleaseFile.read("releases", text);
    } catch (PolicyFaults e) {
      throw new IllegalStateException("A release of a version does not read.", e);
    }
  }

  private static Map<String, String> members(Approval approval) {
    Map<String, String> members = new TreeMap<>();
    members.put("purpose", approval.purpose());
    members.put("role", approval.role());
    members.put("person", approval.person());
    members.put("policy", approval.policy());
    members.put("why", approval.why());
    members.put("results", approval.results());
    members.put("until", approval.until().toString());
    members.put("signature", approval.signature());
    return members;
  }

  private static Approval approval(Map<String, String> members) {
    return new Approval(
        members.getOrDefault("purpose", ""),
        members.getOrDefault("role", ""),
        members.getOrDefault("person", ""),
        members.getOrDefault("policy", ""),
        members.getOrDefault("why", ""),
        members.getOrDefault("results", ""),
        LocalDate.parse(members.getOrDefault("until", "")),
        members.getOrDefault("signature", ""));
  }
}
