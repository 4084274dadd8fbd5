package org.aboveboard.server.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.House;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.collect.Held;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.load.DataSetWriter;
import org.aboveboard.server.load.EventLine;
import org.aboveboard.server.load.ItemLine;
import org.aboveboard.server.load.Progress;
import org.aboveboard.server.subject.Subject;

/// `export`: catalogue and histories as JSON lines, which `import` reads back.
///
/// What it writes is no longer sealed, so only its owner may read the folder.
final class Export implements Command {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String words() {
    return "FOLDER";
  }

  @Override
  public String line() {
    return "gives catalogue and histories back, as import reads them";
  }

  @Override
  public List<Option> options() {
    return Instance.STORE_OPTIONS;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    Path folder = arguments.onlyPath("folder to write");
    requireEmpty(folder);
    Private.folder(folder);
    try (House house = Instance.join(Instance.options(arguments, terminal), terminal);
        DataSetWriter writer = DataSetWriter.into(folder)) {
      house.learn().hold();
      long items = 0;
      for (Item item : house.catalogue().items()) {
        if (!item.isMentioned()) {
          writer.item(line(item));
          items++;
        }
      }
      long events = histories(house, writer, terminal);
      writer.finish();
      terminal.say("%,d items and %,d events are in %s.", items, events, folder);
      terminal.say("They are about people and no longer sealed: keep the folder safe.");
    }
    return Main.DONE;
  }

  private static void requireEmpty(Path folder) throws IOException, Complaint {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      if (entries.findAny().isPresent()) {
        throw new Complaint(folder + " is not empty.", "Name a new folder.");
      }
    }
  }

  private static ItemLine line(Item item) {
    return new ItemLine(
        item.id(),
        item.title(),
        item.provider(),
        item.categories(),
        item.published(),
        item.attributes());
  }

  private static long histories(House house, DataSetWriter writer, Terminal terminal)
      throws IOException {
    List<Subject> everybody = house.subjects().everybody(upkeep(house));
    Progress progress = terminal.progress("people", everybody.size());
    InForce inForce = house.declaration().now();
    long written = 0;
    for (Subject subject : everybody) {
      String name = house.subjects().name(rights(house, subject), subject);
      for (Held held : house.events().held(rights(house, subject), subject, inForce)) {
        Optional<EventLine> line = line(name, held, written + 1);
        if (line.isPresent()) {
          writer.event(line.get());
          written++;
        }
      }
      progress.step();
    }
    progress.finish();
    return written;
  }

  private static Optional<EventLine> line(String name, Held held, long number) throws IOException {
    JsonNode content = JSON.readTree(held.content());
    JsonNode value = content.path("fields").path("value");
    return held.event()
        .map(EventType::id)
        .filter(_ -> content.hasNonNull("item"))
        .map(event ->
            new EventLine(
                name,
                event,
                content.path("item").asText(),
                value.isNumber() ? OptionalDouble.of(value.asDouble()) : OptionalDouble.empty(),
                Optional.of(Instant.parse(content.path("occurred").asText())),
                number));
  }

  @AuditedBypass(why = "the organisation moves the whole instance elsewhere, all people at once")
  private static Grant upkeep(House house) {
    return Grant.forUpkeep(house.declaration().now().policy(), house.clock().instant());
  }

  @AuditedBypass(why = "each history leaves whole, as its owner could take it along themselves")
  private static Grant rights(House house, Subject subject) {
    return Grant.forRights(
        subject.number(), house.declaration().now().policy(), house.clock().instant());
  }
}
