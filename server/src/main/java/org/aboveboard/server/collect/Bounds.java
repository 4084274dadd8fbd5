package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// Weighs one message and finds in it what no store can keep.
final class Bounds {
  private int bytes;
  private boolean unstorable;

  private Bounds() {}

  static Optional<Fault> fault(JsonNode message, int mostBytes) {
    var bounds = new Bounds();
    bounds.weigh(message);
    if (bounds.bytes > mostBytes) {
      return Optional.of(
          new Fault(
              "The message is larger than " + mostBytes / 1024 + " KB.",
              "Send fewer or shorter properties."));
    }
    return bounds.unstorable
        ? Optional.of(
            new Fault(
                "The message holds a character or a number that cannot be stored.",
                "Leave out NUL characters, half surrogate pairs and numbers beyond a double."))
        : Optional.empty();
  }

  private void weigh(JsonNode node) {
    switch (node.getNodeType()) {
      case OBJECT ->
          node.properties()
              .forEach(field -> {
                text(field.getKey());
                bytes += 2;
                weigh(field.getValue());
              });
      case ARRAY ->
          node.forEach(element -> {
            bytes++;
            weigh(element);
          });
      case STRING -> text(node.textValue());
      case NUMBER -> number(node);
      case BOOLEAN, NULL, BINARY, POJO, MISSING -> bytes += 4;
    }
  }

  private void number(JsonNode number) {
    bytes += 8;
    unstorable |= number.isFloatingPointNumber() && !Double.isFinite(number.doubleValue());
  }

  private void text(String text) {
    bytes += 2;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
      unstorable |= c == 0 || (Character.isSurrogate(c) && !Identifier.isPaired(text, i));
    }
  }
}
