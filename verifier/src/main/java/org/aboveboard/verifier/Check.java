package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.receipt.Absence;
import org.aboveboard.ledger.receipt.ProofFile;
import org.aboveboard.ledger.trust.TrustPolicy;

/// What was asked for, being carried out. Kinds of input are told apart by their first line.
record Check(Asked asked, Belief belief) {
  private static final int MAX_BYTES = ProofFile.MAX_BYTES;

  static Outcome of(Asked asked) throws IOException, Unreadable {
    return new Check(asked, belief(asked)).run();
  }

  private Outcome run() throws IOException, Unreadable {
    var file = Path.of(asked.files().getFirst());
    boolean isAlone = asked.files().size() == 1;
    if (isAlone && Files.isRegularFile(file) && isExtract(first(file))) {
      return extract(file);
    }
    if (asked.option("--root").isPresent()) {
      throw new Unreadable("--root is for a journal extract alone", Asked.USAGE);
    }
    if (asked.is("--absent")) {
      return absence();
    }
    if (Files.isDirectory(file)) {
      return new LogCheck(belief, file).check();
    }
    return isAlone ? single(file) : checkpoints();
  }

  private Outcome single(Path file) throws IOException, Unreadable {
    var first = first(file);
    if (first.equals(ProofFile.HEADER)) {
      return new ReceiptCheck(belief, asked.is("--steps")).check(bytes(file));
    }
    if (first.equals(Absence.HEADER)) {
      throw new Unreadable(
          "this says who stands beside a place in a run's list, not whose place it is",
          "Give it after two receipts: --absent CONSENT RUN LIST");
    }
    if (isCheckpoint(bytes(file))) {
      return checkpoints();
    }
    throw unknown();
  }

  private static boolean isExtract(String first) {
    return first.isEmpty() || " \t\r{".indexOf(first.charAt(0)) >= 0;
  }

  private static boolean isCheckpoint(byte[] file) {
    return Note.read(file) instanceof Note.Read(var note)
        && Checkpoint.parse(note.text()) instanceof Checkpoint.Read;
  }

  private Outcome absence() throws IOException, Unreadable {
    var files = new ArrayList<byte[]>();
    for (var name : asked.files()) {
      files.add(bytes(Path.of(name)));
    }
    return new AbsenceCheck(belief).check(files.get(0), files.get(1), files.get(2));
  }

  private Outcome checkpoints() throws IOException, Unreadable {
    var given = new ArrayList<Signed>();
    for (var name : asked.files()) {
      given.add(Signed.read(name, bytes(Path.of(name))));
    }
    var ledger =
        asked
            .option("--ledger")
            .<CheckpointCheck.Ledger>map(
                folder -> new CheckpointCheck.Ledger.Kept(new KeptTiles(Path.of(folder))))
            .orElseGet(CheckpointCheck.Ledger.Unknown::new);
    return new CheckpointCheck(belief, ledger).check(given);
  }

  private Outcome extract(Path file) throws IOException, Unreadable {
    if (first(file).isEmpty() && bytes(file).length == 0) {
      throw new Unreadable("the file is empty", "Fetch it again.");
    }
    if (belief instanceof Belief.Named) {
      throw new Unreadable(
          "a key says nothing about a journal extract, which nobody signs",
          "Give the root that you trust with --root HEX.");
    }
    var hex = asked.option("--root");
    var root = hex.flatMap(Hash::ofHex);
    if (hex.isPresent() && root.isEmpty()) {
      throw new Unreadable("the root is not 64 lower-case hexadecimal digits", Asked.USAGE);
    }
    try (var in = Files.newInputStream(file)) {
      return Extract.check(in, root);
    }
  }

  private static Belief belief(Asked asked) throws IOException, Unreadable {
    var file = asked.option("--policy");
    if (file.isPresent()) {
      return policy(bytes(Path.of(file.get())));
    }
    var key = asked.option("--key");
    return key.isPresent() ? key(key.get()) : new Belief.Nobody();
  }

  private static Belief policy(byte[] file) throws Unreadable {
    return switch (TrustPolicy.parse(file)) {
      case TrustPolicy.Read(var policy) -> new Belief.Named(policy);
      case TrustPolicy.Unreadable(var reason) ->
          throw new Unreadable("the policy: " + reason, "Mend that line of the policy.");
    };
  }

  private static Belief key(String vkey) throws Unreadable {
    return switch (VerifierKey.parse(vkey)) {
      case VerifierKey.Read(var key) -> new Belief.Named(TrustPolicy.of(key));
      case VerifierKey.Unreadable(var reason) ->
          throw new Unreadable("the key: " + reason, "Copy the key again from its owner.");
    };
  }

  private static String first(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var text = new String(in.readNBytes(256), ISO_8859_1);
      int end = text.indexOf('\n');
      return end < 0 ? text : text.substring(0, end);
    }
  }

  /// The file, as far as a reader needs it to see that it is too long.
  private static byte[] bytes(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }

  private static Unreadable unknown() {
    return new Unreadable(
        "the first line is of no kind of file that is known here",
        "A receipt begins with "
            + ProofFile.HEADER
            + "; give the file as it was handed out, with its first bytes and line endings unchanged.");
  }
}
