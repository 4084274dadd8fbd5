package org.aboveboard.server.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One JSON object as the readers need it: plain values, one list of categories, one of attributes.
///
/// Fields it does not know are passed over. A number keeps its digits.
record JsonLine(
    Map<String, String> plain, List<String> categories, Map<String, String> attributes) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build())
          .build();

  static JsonLine of(String line) throws Malformed {
    JsonLine read = new JsonLine(new HashMap<>(), new ArrayList<>(), new HashMap<>());
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed("the line is not a JSON object");
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        read.take(name, json);
      }
      if (json.nextToken() != null) {
        throw new Malformed("there is more than one JSON object on the line");
      }
      return read;
    } catch (IOException e) {
      throw new Malformed("the line is not JSON");
    }
  }

  private void take(String name, JsonParser json) throws IOException, Malformed {
    switch (json.nextToken()) {
      case START_ARRAY -> list(name, json);
      case START_OBJECT -> map(name, json);
      case VALUE_NULL -> {}
      default -> plain.put(name, json.getText());
    }
  }

  private void list(String name, JsonParser json) throws IOException, Malformed {
    if (!name.equals("categories")) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      requireScalar("categories", json);
      categories.add(Values.text("category", json.getText()));
    }
  }

  private void map(String name, JsonParser json) throws IOException, Malformed {
    if (!name.equals("attributes")) {
      json.skipChildren();
      return;
    }
    for (String key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
      json.nextToken();
      requireScalar("attributes", json);
      attributes.put(Values.id("attribute", key), Values.text("attribute", json.getText()));
    }
  }

  private static void requireScalar(String what, JsonParser json) throws Malformed {
    JsonToken token = json.currentToken();
    if (token == null || !token.isScalarValue()) {
      throw new Malformed("the " + what + " hold more than plain values");
    }
  }

  String plain(String name) {
    return plain.getOrDefault(name, "");
  }

  EventLine event(long number) throws Malformed {
    return new EventLine(
        Values.subject(plain("subject")),
        Values.id("event", plain("event")),
        Values.id("item", plain("item")),
        Values.value(plain("value")),
        Values.time(plain("time")),
        number);
  }

  ItemLine item() throws Malformed {
    String id = Values.id("item id", plain("id"));
    String title = Values.text("title", plain("title"));
    return new ItemLine(
        id,
        title.isEmpty() ? "Item " + id : title,
        plain.containsKey("provider")
            ? Optional.of(Values.text("provider", plain("provider")))
            : Optional.empty(),
        categories,
        Values.time(plain("published")),
        attributes);
  }
}
