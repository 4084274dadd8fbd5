package org.aboveboard.server.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Everything a data set gave, kept for a test to look at.
record Taken(List<ItemLine> items, List<EventLine> events, Tally tally) {
  static Taken from(Path folder) throws UnknownDataSet {
    return from(DataSet.open(folder));
  }

  static Taken from(DataSet data) {
    Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new Tally());
    data.items(taken.items::add, taken.tally::refuse);
    data.events(taken.events::add, taken.tally::refuse);
    return taken;
  }

  List<String> whys() {
    return tally.reasons().stream().map(Tally.Reason::why).toList();
  }
}
