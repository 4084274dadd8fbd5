package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Nonce;
import org.aboveboard.ledger.note.Base64Text;
import org.aboveboard.ledger.note.Checkpoint;

/// The lines of a text that claims to be an [Opening].
final class OpeningLines {
  private final Words words;

  private OpeningLines(Words words) {
    this.words = words;
  }

  static Opening.Reading read(byte[] bytes) {
    try {
      var words = new Words(new String(bytes, ISO_8859_1), Opening.HEADER);
      var opening = new OpeningLines(words).read();
      return Arrays.equals(opening.bytes(), bytes)
          ? new Opening.Read(opening)
          : new Opening.Unreadable("it is not in its one spelling");
    } catch (Words.Fault fault) {
      return new Opening.Unreadable(fault.what());
    }
  }

  private Opening read() throws Words.Fault {
    var kind = words.take("kind", "one word", text -> Optional.of(text).filter(Canonical::isKey));
    var at = words.time("at");
    var previous =
        words.isNext("previous")
            ? Optional.of(new Commitment(words.hash("previous")))
            : Optional.<Commitment>empty();
    var nonce = nonce();
    var body = words.body();
    var inner = words.hasMore() ? Optional.of(inner()) : Optional.<Inner>empty();
    return new Opening(kind, at, previous, nonce, body, inner);
  }

  private Inner inner() throws Words.Fault {
    long place = words.take("place", "a plain number", Checkpoint::size);
    var path = new ArrayList<Hash>();
    while (words.isNext("path")) {
      path.add(words.hash("path"));
    }
    if (path.size() > ProofFile.MAX_PATH) {
      throw new Words.Fault("its path has more than " + ProofFile.MAX_PATH + " hashes");
    }
    var inner = new Inner(place, path, nonce(), words.body());
    if (words.hasMore()) {
      throw new Words.Fault("there is more after its last line");
    }
    return inner;
  }

  private Nonce nonce() throws Words.Fault {
    return words.take(
        "nonce", "base64 of 32 bytes", text -> Base64Text.read(text).flatMap(Nonce::of));
  }
}
