package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// One JSON object a line, as `export` writes it: `events.jsonl`, and `items.jsonl` for the titles.
record JsonLines(Folder folder, Path eventsFile, Optional<Path> itemsFile) implements DataSet {
  static final String EVENTS = "events.jsonl";
  static final String ITEMS = "items.jsonl";

  static Optional<DataSet> in(Path path) {
    Folder folder = new Folder(path);
    return folder.file(EVENTS).map(file -> new JsonLines(folder, file, folder.file(ITEMS)));
  }

  @Override
  public String name() {
    return folder.name();
  }

  @Override
  public String policy() {
    return "bookshop";
  }

  @Override
  public long approximateLines() {
    return LineCount.of(eventsFile);
  }

  @Override
  public List<String> advice() {
    return itemsFile.isPresent() ? List.of() : List.of(folder.withoutTitles(ITEMS, "item"));
  }

  @Override
  public void items(Consumer<ItemLine> kept, Consumer<Refusal> refused) {
    if (itemsFile.isEmpty()) {
      Untitled.items("Item", this, kept);
      return;
    }
    Lines.read(itemsFile.get(), (_, line) -> kept.accept(JsonLine.of(line).item()), refused);
  }

  @Override
  public void evidence(Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    EvidenceFiles.read(folder, eventsFile, kept, refused);
  }

  @Override
  public void events(Consumer<EventLine> kept, Consumer<Refusal> refused) {
    Lines.read(eventsFile, (number, line) -> kept.accept(JsonLine.of(line).event(number)), refused);
  }
}
