package org.aboveboard.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A data set in a folder; finds out by the folder's files which kind it is.
///
/// Everything is streamed: a data set of any size is read in constant memory, and may be read
/// again. A line that cannot be used goes to `refused` and the reading goes on.
public sealed interface DataSet permits Films, Table, JsonLines {

  /// Opens the data set in `folder`; what it throws names the layouts that can be read.
  static DataSet open(Path folder) throws UnknownDataSet {
    if (!Files.isDirectory(folder)) {
      throw UnknownDataSet.noFolder(folder);
    }
    Optional<DataSet> found = Films.in(folder).or(() -> JsonLines.in(folder));
    if (found.isEmpty()) {
      found = Table.in(folder);
    }
    return found.orElseThrow(() -> UnknownDataSet.noLayout(folder));
  }

  /// The folder's own name.
  String name();

  /// Which of our policies fits: `films`, `shop` or `bookshop`.
  String policy();

  /// About how many events there are, for a progress bar.
  long approximateLines();

  /// What a person should know before using it, such as a file that is missing and what it would
  /// add.
  List<String> advice();

  /// Gives every item of the catalogue to `kept`.
  void items(Consumer<ItemLine> kept, Consumer<Refusal> refused);

  /// Gives every yes that lies beside the events to `kept`.
  void evidence(Consumer<EvidenceLine> kept, Consumer<Refusal> refused);

  /// Gives every event, in the file's order, to `kept`.
  void events(Consumer<EventLine> kept, Consumer<Refusal> refused);

  /// Gives what is said of people beside the events to `kept`: groups to be fair to.
  default void segments(Consumer<SegmentLine> kept, Consumer<Refusal> refused) {
    SegmentFiles.read(folder(), kept, refused);
  }

  /// The folder it lies in.
  Folder folder();

  /// The ratings among the events, for measuring a model; empty where there are none.
  default Ratings ratings(Consumer<Refusal> refused) {
    return Ratings.of(this, refused);
  }

  /// The ratings among the events; lines that cannot be used are passed over.
  default Ratings ratings() {
    return ratings(_ -> {});
  }
}
