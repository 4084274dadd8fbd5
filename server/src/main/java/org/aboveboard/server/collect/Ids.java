package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.aboveboard.policy.FieldType;

/// What an id and a declared value must look like to be stored.
final class Ids {
  static final int LONGEST = 256;
  private static final int LONGEST_TEXT = 1024;

  private Ids() {}

  static boolean isItem(String id) {
    return id.length() <= LONGEST && id.chars().noneMatch(Character::isISOControl);
  }

  /// Whether a value is of the declared type; another one is dropped.
  static boolean isOf(FieldType type, JsonNode value) {
    return switch (type) {
      case TEXT ->
          value.isTextual()
              && value.textValue().length() <= LONGEST_TEXT
              && value.textValue().chars().noneMatch(Character::isISOControl);
      case NUMBER -> value.isNumber() && Double.isFinite(value.doubleValue());
      case FLAG -> value.isBoolean();
      case TIME -> value.isTextual() && isTime(value.textValue());
    };
  }

  private static boolean isTime(String text) {
    try {
      Instant.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
