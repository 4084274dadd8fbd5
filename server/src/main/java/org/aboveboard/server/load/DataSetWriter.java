package org.aboveboard.server.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;

/// Writes a catalogue and histories as JSON lines that [DataSet] reads back equal.
///
/// Nothing stands in the folder under its final name before [#finish], so that an export that was
/// cut short is never taken for a whole one.
public final class DataSetWriter implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final Path folder;
  private final JsonGenerator items;
  private final JsonGenerator events;

  private DataSetWriter(Path folder, JsonGenerator items, JsonGenerator events) {
    this.folder = folder;
    this.items = items;
    this.events = events;
  }

  /// Starts an export into `folder`, which is made when it is not there.
  public static DataSetWriter into(Path folder) throws IOException {
    Files.createDirectories(folder);
    JsonGenerator items = lines(unfinished(folder, JsonLines.ITEMS));
    try {
      return new DataSetWriter(folder, items, lines(unfinished(folder, JsonLines.EVENTS)));
    } catch (IOException e) {
      items.close();
      throw e;
    }
  }

  private static JsonGenerator lines(Path file) throws IOException {
    return JSON.createGenerator(Files.newBufferedWriter(file))
        .setPrettyPrinter(new MinimalPrettyPrinter("\n"));
  }

  private static Path unfinished(Path folder, String name) {
    return folder.resolve(name + ".part");
  }

  /// Writes one item.
  public void item(ItemLine item) throws IOException {
    items.writeStartObject();
    items.writeStringField("id", item.id());
    items.writeStringField("title", item.title());
    if (item.provider().isPresent()) {
      items.writeStringField("provider", item.provider().get());
    }
    items.writeArrayFieldStart("categories");
    for (String category : item.categories()) {
      items.writeString(category);
    }
    items.writeEndArray();
    if (item.published().isPresent()) {
      items.writeStringField("published", item.published().get().toString());
    }
    attributes(item.attributes());
    items.writeEndObject();
  }

  private void attributes(Map<String, String> attributes) throws IOException {
    items.writeObjectFieldStart("attributes");
    for (var attribute : new TreeMap<>(attributes).entrySet()) {
      items.writeStringField(attribute.getKey(), attribute.getValue());
    }
    items.writeEndObject();
  }

  /// Writes one event; its line number is given anew by the order of writing.
  public void event(EventLine event) throws IOException {
    events.writeStartObject();
    events.writeStringField("subject", event.subject());
    events.writeStringField("event", event.event());
    events.writeStringField("item", event.item());
    if (event.value().isPresent()) {
      events.writeNumberField("value", event.value().getAsDouble());
    }
    if (event.at().isPresent()) {
      events.writeStringField("time", event.at().get().toString());
    }
    events.writeEndObject();
  }

  /// Gives the files their names.
  public void finish() throws IOException {
    close();
    for (String name : new String[] {JsonLines.ITEMS, JsonLines.EVENTS}) {
      Files.move(
          unfinished(folder, name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    try (items) {
      events.close();
    }
  }
}
