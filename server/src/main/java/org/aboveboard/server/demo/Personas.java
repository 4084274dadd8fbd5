package org.aboveboard.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.server.collect.Arrival;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.load.DataSet;
import org.aboveboard.server.load.DataSetWriter;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.UnknownDataSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What the people one can be in a demonstration did before they were asked.
///
/// It lies in a folder outside the store: nothing of it is stored before its person says yes. Then
/// it is done once more, now, so that their row is rich at once.
@Singleton
public final class Personas {
  private final Path folder;
  private final Collect collect;
  private final Declaration declaration;
  private final InstantSource clock;

  @Inject
  Personas(
      @ConfigProperty(name = "aboveboard.data", defaultValue = ".aboveboard/data") Path data,
      Collect collect,
      Declaration declaration,
      InstantSource clock) {
    this.folder = in(data);
    this.collect = collect;
    this.declaration = declaration;
    this.clock = clock;
  }

  private static Path in(Path data) {
    return data.resolve("personas");
  }

  /// Lays down what personas did before, in the data folder of a demonstration.
  public static void keep(Path data, List<EventLine> histories) throws IOException {
    try (DataSetWriter writer = DataSetWriter.into(in(data))) {
      for (EventLine event : histories) {
        writer.event(event);
      }
      writer.finish();
    }
  }

  /// After a persona's yes: does again what they did before; nothing for anybody else.
  public void afterYes(String subject) {
    if (declaration.isDemonstration() && Files.isDirectory(folder)) {
      List<Arrival> again =
          history(subject).stream().flatMap(event -> arrival(event).stream()).toList();
      if (!again.isEmpty()) {
        collect.take(again);
      }
    }
  }

  private List<EventLine> history(String subject) {
    List<EventLine> history = new ArrayList<>();
    try {
      DataSet.open(folder)
          .events(
              event -> {
                if (event.subject().equals(subject)) {
                  history.add(event);
                }
              },
              _ -> {});
    } catch (UnknownDataSet e) {
      return List.of();
    }
    return history;
  }

  private Optional<Arrival> arrival(EventLine event) {
    Instant now = clock.instant();
    return type(event)
        .map(type ->
            new Arrival(
                "persona:" + event.line() + ":" + now,
                event.subject(),
                type,
                List.of(event.item()),
                event.value().isPresent()
                    ? Map.<String, List<JsonNode>>of(
                        "value", List.of(DoubleNode.valueOf(event.value().getAsDouble())))
                    : Map.of(),
                now,
                now,
                OptOuts.none(),
                false));
  }

  private Optional<EventType> type(EventLine event) {
    return declaration.now().policy().events().stream()
        .filter(type -> type.id().equals(event.event()))
        .findFirst();
  }
}
