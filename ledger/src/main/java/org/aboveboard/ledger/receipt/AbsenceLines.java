package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;

/// The lines of a text that claims to be an [Absence].
final class AbsenceLines {
  private final Words words;

  private AbsenceLines(Words words) {
    this.words = words;
  }

  static Absence.Reading read(byte[] bytes) {
    try {
      var words = new Words(new String(bytes, ISO_8859_1), Absence.HEADER);
      var absence = new AbsenceLines(words).read();
      return Arrays.equals(absence.bytes(), bytes)
          ? new Absence.Read(absence)
          : new Absence.Unreadable("it is not in its one spelling");
    } catch (Words.Fault fault) {
      return new Absence.Unreadable(fault.what());
    }
  }

  private Absence read() throws Words.Fault {
    var run =
        words.take("run", "32 hexadecimal digits", text -> Absence.hex(text, Absence.RUN_BYTES));
    long count = words.take("count", "a plain number", Checkpoint::size);
    var before = neighbour("before");
    var after = neighbour("after");
    if (words.hasMore()) {
      throw new Words.Fault("there is more after its last line");
    }
    return new Absence(run, count, before, after);
  }

  private Optional<Neighbour> neighbour(String name) throws Words.Fault {
    if (!words.isNext(name)) {
      return Optional.empty();
    }
    long place = words.take(name, "a plain number", Checkpoint::size);
    var pseudonym = words.hash("pseudonym");
    var path = new ArrayList<Hash>();
    while (words.isNext("path")) {
      path.add(words.hash("path"));
    }
    if (path.size() > ProofFile.MAX_PATH) {
      throw new Words.Fault("its path has more than " + ProofFile.MAX_PATH + " hashes");
    }
    return Optional.of(new Neighbour(place, pseudonym, path));
  }
}
