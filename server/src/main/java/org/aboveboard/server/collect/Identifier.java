package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// A short text that names something: a person, a message, an event.
final class Identifier {
  private Identifier() {}

  /// The field's text; empty where the field is missing, null or blank. Whole numbers are taken as
  /// their digits, as shops send the keys of their own tables.
  static Optional<String> in(JsonNode message, String field) {
    JsonNode value = message.path(field);
    return value.isTextual() || value.isIntegralNumber()
        ? Optional.of(value.asText()).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  /// What is wrong with this field, if it is there.
  static Optional<Fault> fault(JsonNode message, String field, int longest) {
    JsonNode value = message.path(field);
    if (!value.isTextual()) {
      return value.isIntegralNumber() || value.isNull() || value.isMissingNode()
          ? Optional.empty()
          : Optional.of(new Fault("The " + field + " is not text.", "Send it as a JSON string."));
    }
    String text = value.textValue();
    if (text.length() > longest) {
      return Optional.of(
          new Fault(
              "The " + field + " is longer than " + longest + " characters.",
              "Send a shorter one."));
    }
    return isClean(text)
        ? Optional.empty()
        : Optional.of(
            new Fault("The " + field + " holds control characters.", "Send printable text."));
  }

  static boolean isClean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || (Character.isSurrogate(c) && !isPaired(text, i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the surrogate at `i` has its other half beside it.
  static boolean isPaired(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
