package org.aboveboard.ledger.receipt;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Entry;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Inclusion;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Base64Text;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.trust.TrustPolicy;

/// An entry of the ledger in the hands of the person it is about: what it says, and the proof that
/// it stands in a log that was signed.
///
/// @param file the receipt as a file
/// @param opening what the entry says; believe it after [#verify] only
/// @param note the checkpoint with its signatures
/// @param checkpoint what the note says
public record Receipt(ProofFile file, Opening opening, Note note, Checkpoint checkpoint) {
  /// What reading a file found.
  public sealed interface Reading {}

  /// The file is a receipt, true or not.
  public record Read(Receipt receipt) implements Reading {}

  /// The file is no receipt; the reason names the line.
  public record Unreadable(String reason) implements Reading {}

  /// The receipt of an entry. Whether it holds is for its reader to find out.
  public static Receipt of(Opening opening, Inclusion inclusion, Note note) {
    var extra = Base64Text.write(opening.bytes());
    var file = new ProofFile(extra, inclusion.index(), inclusion.path(), note.format());
    return switch (Checkpoint.parse(note.text())) {
      case Checkpoint.Read(var checkpoint) -> new Receipt(file, opening, note, checkpoint);
      case Checkpoint.Unreadable(var reason) -> throw new IllegalArgumentException(reason);
    };
  }

  public static Reading read(byte[] bytes) {
    return switch (ProofFile.read(bytes)) {
      case ProofFile.Unreadable(var reason) -> new Unreadable(reason);
      case ProofFile.Read(var file) when file.extra().isEmpty() ->
          new Unreadable("line 2 does not say what the entry is: it must begin with \"extra\"");
      case ProofFile.Read(var file) -> opened(file);
    };
  }

  private static Reading opened(ProofFile file) {
    return switch (Opening.read(file.extraBytes())) {
      case Opening.Unreadable(var reason) ->
          new Unreadable("line 2, what is packed in it: " + reason);
      case Opening.Read(var opening) -> noted(file, opening);
    };
  }

  private static Reading noted(ProofFile file, Opening opening) {
    return switch (Note.read(file.checkpoint())) {
      case Note.Unreadable(var reason) -> new Unreadable(reason);
      case Note.Read(var note) when !note.format().equals(file.checkpoint()) ->
          new Unreadable("the checkpoint is not in its one spelling");
      case Note.Read(var note) ->
          switch (Checkpoint.parse(note.text())) {
            case Checkpoint.Unreadable(var reason) -> new Unreadable(reason);
            case Checkpoint.Read(var checkpoint) ->
                new Read(new Receipt(file, opening, note, checkpoint));
          };
    };
  }

  /// Whether those whom the policy believes stand by a log that has this entry at this index. The
  /// reason of a refusal names the lines that do not fit together.
  public Verdict verify(TrustPolicy policy) {
    return because("the checkpoint", policy.verify(note)).and(this::fits);
  }

  /// Whether all in it leads to the checkpoint's root, whoever signed that.
  public Verdict fits() {
    return because(
            "the entry in line 2 and " + path() + " do not lead to the checkpoint's root",
            inclusion().verify(entry().leaf(), checkpoint.root()))
        .and(() ->
            because(
                "line 2, the statement and the entry that stands for it", opening.verifyInner()));
  }

  /// The entry that this is the receipt of.
  public Entry entry() {
    return opening.entry(file.index());
  }

  public Inclusion inclusion() {
    return new Inclusion(file.index(), checkpoint.size(), file.path());
  }

  /// Every hash from the shown body to the signed root.
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    opening.inner().ifPresent(inner -> inner(steps, inner, opening.body()));
    steps.add(new Step.Committed(opening.commitment().hash()));
    climb(steps, inclusion(), entry().leaf());
    steps.add(new Step.Root(checkpoint.root()));
    return steps;
  }

  public byte[] bytes() {
    return file.bytes();
  }

  private static void inner(List<Step> steps, Inner inner, Canonical outer) {
    steps.add(new Step.Committed(inner.commitment().hash()));
    climb(steps, inner.inclusion(outer), inner.leaf());
    Fields.text(outer, "root")
        .flatMap(Hash::ofHex)
        .ifPresent(root -> steps.add(new Step.Root(root)));
  }

  private static void climb(List<Step> steps, Inclusion inclusion, Hash leaf) {
    steps.add(new Step.Leaf(inclusion.index(), inclusion.size(), leaf));
    inclusion
        .way(leaf)
        .forEach(node -> steps.add(new Step.Node(node.left(), node.right(), node.hash())));
  }

  private String path() {
    int first = file.pathLine();
    int last = first + file.path().size() - 1;
    return switch (file.path().size()) {
      case 0 -> "an empty path";
      case 1 -> "the path in line " + first;
      default -> "the path in lines " + first + " to " + last;
    };
  }

  private static Verdict because(String where, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Verified verified -> verified;
      case Verdict.Refuted(var reason) -> new Verdict.Refuted(where + ": " + reason);
    };
  }
}
