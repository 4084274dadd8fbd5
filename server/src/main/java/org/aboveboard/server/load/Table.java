package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Events in CSV whose first line names the columns; Tmall's views, carts and purchases are one.
record Table(Folder folder, Path eventsFile, Optional<Path> itemsFile, Columns columns)
    implements DataSet {
  private static final String[] SUBJECT = {"subject", "user", "userid"};
  private static final String[] EVENT = {"event", "type", "action", "behavior"};
  private static final String[] ITEM = {"item", "itemid", "product", "productid"};
  private static final String[] VALUE = {"value", "stars", "rating"};
  private static final String[] TIME = {"time", "timestamp", "at"};
  private static final Set<String> OF_AN_ITEM =
      Set.of(
          "id item itemid title name provider publisher brand categories category published"
              .split(" "));

  /// The policy's name of an event that a file may call otherwise.
  private static String said(String event) {
    return switch (event) {
      case "view", "pv" -> "viewed";
      case "cart", "carted" -> "added-to-cart";
      case "buy", "purchase", "purchased" -> "bought";
      case "rate", "rating" -> "rated";
      default -> event;
    };
  }

  static Optional<DataSet> in(Path path) throws UnknownDataSet {
    Folder folder = new Folder(path);
    Optional<Path> events = folder.file("events.csv");
    if (events.isEmpty()) {
      return Optional.empty();
    }
    Columns columns = Columns.header(events.get());
    if (!columns.has(SUBJECT) || !columns.has(EVENT) || !columns.has(ITEM)) {
      throw new UnknownDataSet(
          "The first line of events.csv does not name the columns subject, event and item. Add"
              + " it.");
    }
    return Optional.of(new Table(folder, events.get(), folder.file("items.csv"), columns));
  }

  @Override
  public String name() {
    return folder.name();
  }

  /// Tmall's own names of columns mean a shop with numbered goods.
  @Override
  public String policy() {
    return columns.has("subject") ? "bookshop" : "shop";
  }

  @Override
  public long approximateLines() {
    return LineCount.of(eventsFile);
  }

  @Override
  public List<String> advice() {
    return itemsFile.isPresent() ? List.of() : List.of(folder.withoutTitles("items.csv", "item"));
  }

  @Override
  public void items(Consumer<ItemLine> kept, Consumer<Refusal> refused) {
    if (itemsFile.isEmpty()) {
      Untitled.items("Item", this, kept);
      return;
    }
    Columns named = Columns.header(itemsFile.get());
    Lines.read(
        itemsFile.get(),
        (number, line) -> {
          if (number > 1) {
            kept.accept(item(named, Cells.ofCsv(line)));
          }
        },
        refused);
  }

  private static ItemLine item(Columns named, List<String> cells) throws Malformed {
    String id = Values.id("item id", named.cell(cells, "id", "item", "itemid"));
    String title = Values.text("title", named.cell(cells, "title", "name"));
    String provider = Values.text("provider", named.cell(cells, "provider", "publisher", "brand"));
    return new ItemLine(
        id,
        title.isEmpty() ? "Item " + id : title,
        Optional.of(provider).filter(name -> !name.isEmpty()),
        categories(named.cell(cells, "categories", "category")),
        Values.time(named.cell(cells, "published")),
        named.others(OF_AN_ITEM, cells));
  }

  private static List<String> categories(String cell) {
    return Cells.between("|", cell).stream().filter(name -> !name.isEmpty()).toList();
  }

  @Override
  public void evidence(Consumer<EvidenceLine> kept, Consumer<Refusal> refused) {
    EvidenceFiles.read(folder, eventsFile, kept, refused);
  }

  @Override
  public void events(Consumer<EventLine> kept, Consumer<Refusal> refused) {
    Lines.read(
        eventsFile,
        (number, line) -> {
          if (number > 1) {
            kept.accept(event(number, Cells.ofCsv(line)));
          }
        },
        refused);
  }

  private EventLine event(long number, List<String> cells) throws Malformed {
    String event = Values.id("event", columns.cell(cells, EVENT));
    return new EventLine(
        Values.subject(columns.cell(cells, SUBJECT)),
        said(event),
        Values.id("item", columns.cell(cells, ITEM)),
        Values.value(columns.cell(cells, VALUE)),
        Values.time(columns.cell(cells, TIME)),
        number);
  }
}
