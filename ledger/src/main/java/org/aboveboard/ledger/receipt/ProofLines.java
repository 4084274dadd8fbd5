package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Base64Text;
import org.aboveboard.ledger.note.Checkpoint;

/// The lines of a file that claims to be a [ProofFile], being read from the first on.
final class ProofLines {
  private final byte[] bytes;

  ProofLines(byte[] bytes) {
    this.bytes = bytes;
  }

  ProofFile.Reading read() {
    if (bytes.length > ProofFile.MAX_BYTES) {
      return unreadable("the file has more than " + ProofFile.MAX_BYTES + " bytes");
    }
    try {
      return split(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return unreadable("the file is not UTF-8");
    }
  }

  private static ProofFile.Reading split(String text) {
    int blank = text.indexOf("\n\n");
    var lines = List.of((blank < 0 ? text : text.substring(0, blank)).split("\n", -1));
    if (!lines.getFirst().equals(ProofFile.HEADER)) {
      return unreadable("line 1 is not " + ProofFile.HEADER);
    }
    if (blank < 0 || blank + 2 == text.length()) {
      return unreadable("no checkpoint follows after an empty line");
    }
    return extra(lines, text.substring(blank + 2));
  }

  private static ProofFile.Reading extra(List<String> lines, String checkpoint) {
    boolean hasExtra = lines.size() > 1 && lines.get(1).startsWith("extra ");
    var extra = hasExtra ? lines.get(1).substring("extra ".length()) : "";
    if (hasExtra && (extra.isEmpty() || Base64Text.read(extra).isEmpty())) {
      return unreadable("line 2: what is extra is not base64");
    }
    int at = hasExtra ? 2 : 1;
    if (lines.size() <= at || !lines.get(at).startsWith("index ")) {
      return unreadable("line " + (at + 1) + " is not the index");
    }
    var index = Checkpoint.size(lines.get(at).substring("index ".length()));
    return index.isEmpty()
        ? unreadable("line " + (at + 1) + ": the index is not a plain number")
        : path(extra, index.get(), lines.subList(at + 1, lines.size()), checkpoint);
  }

  private static ProofFile.Reading path(
      String extra, long index, List<String> lines, String checkpoint) {
    if (lines.size() > ProofFile.MAX_PATH) {
      return unreadable("the path has more than " + ProofFile.MAX_PATH + " hashes");
    }
    var path = new ArrayList<Hash>();
    for (var line : lines) {
      var hash = Base64Text.read(line).flatMap(Hash::of);
      if (hash.isEmpty()) {
        int number = (extra.isEmpty() ? 3 : 4) + path.size();
        return unreadable("line " + number + " is not base64 of the 32 bytes of a hash");
      }
      path.add(hash.get());
    }
    return new ProofFile.Read(new ProofFile(extra, index, path, checkpoint));
  }

  private static ProofFile.Unreadable unreadable(String reason) {
    return new ProofFile.Unreadable(reason);
  }
}
