package org.aboveboard.server.declaration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aboveboard.policy.Approval;

/// The approvals beside a version, as text and back.
final class Approvals {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<List<Map<String, String>>> ALL = new TypeReference<>() {};

  private Approvals() {}

  static String written(List<Approval> approvals) {
    try {
      return JSON.writeValueAsString(approvals.stream().map(Approvals::members).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Approvals cannot be written.", e);
    }
  }

  static List<Approval> read(String text) {
    try {
      return JSON.readValue(text, ALL).stream().map(Approvals::approval).toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The approvals of a version do not read.", e);
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
