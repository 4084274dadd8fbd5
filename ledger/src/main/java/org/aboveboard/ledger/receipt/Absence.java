package org.aboveboard.ledger.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Base64Text;
import org.aboveboard.ledger.trust.TrustPolicy;

/// The proof that a person was no part of a training run: the two pseudonyms of its sorted list
/// between which theirs would have to stand.
///
/// Before the first, or after the last, one neighbour is enough; an empty list needs none. The
/// person's own pseudonym is not written in it: it follows from the secret in their consent.
public final class Absence {
  /// The first line.
  public static final String HEADER = "aboveboard-absence@v1";

  /// The field of a consent that holds the person's secret.
  static final String SECRET = "runs";

  static final int RUN_BYTES = 16;
  private static final int SECRET_BYTES = 32;

  private final byte[] run;
  private final long count;
  private final Optional<Neighbour> before;
  private final Optional<Neighbour> after;

  Absence(byte[] run, long count, Optional<Neighbour> before, Optional<Neighbour> after) {
    if (run.length != RUN_BYTES || count < 0) {
      throw new IllegalArgumentException("a run's id has 16 bytes, a count is 0 or more");
    }
    this.run = run.clone();
    this.count = count;
    this.before = before;
    this.after = after;
  }

  /// What reading a text found.
  public sealed interface Reading {}

  /// The text is this proof, true or not.
  public record Read(Absence absence) implements Reading {}

  /// The text is no such proof; the reason names the line.
  public record Unreadable(String reason) implements Reading {}

  public static Reading read(byte[] bytes) {
    return AbsenceLines.read(bytes);
  }

  /// The run's id, in hexadecimal.
  public String run() {
    return HexFormat.of().formatHex(run);
  }

  /// How many people the run's list says it used.
  public long count() {
    return count;
  }

  /// The neighbours in their order, two at most.
  public List<Neighbour> neighbours() {
    return Stream.of(before, after).flatMap(Optional::stream).toList();
  }

  /// Whether the person who gave this consent was left out of this run, as far as those whom the
  /// policy believes stand by both receipts.
  public Verdict verify(Receipt consent, Receipt training, TrustPolicy policy) {
    return because("the consent's receipt", consent.verify(policy))
        .and(() -> because("the run's receipt", training.verify(policy)))
        .and(() -> because("the consent", ofKind(consent, "consent")))
        .and(() -> because("the run", ofKind(training, "training")))
        .and(() -> holdsFor(consent, training))
        .and(() -> matches(training.opening().body()))
        .and(() -> between(consent.opening().body(), training.opening().body()));
  }

  /// Whether the list with this root lacks this pseudonym.
  public Verdict verify(Hash pseudonym, Hash root) {
    return adjacent()
        .and(() ->
            Verdict.of(
                before.stream().allMatch(neighbour -> neighbour.isBefore(pseudonym))
                    && after.stream().allMatch(neighbour -> neighbour.isAfter(pseudonym)),
                "the person's pseudonym does not stand between the neighbours"))
        .and(() ->
            before.map(neighbour -> neighbour.verify(count, root)).orElseGet(Verdict.Verified::new))
        .and(() ->
            after.map(neighbour -> neighbour.verify(count, root)).orElseGet(Verdict.Verified::new))
        .and(() -> Verdict.of(count > 0 || root.equals(Tree.EMPTY), "the list is not empty"));
  }

  /// The places leave no room between the neighbours, or between one and its end of the list.
  private Verdict adjacent() {
    long left = before.map(Neighbour::place).orElse(-1L);
    long right = after.map(Neighbour::place).orElse(count);
    return Verdict.of(
        right - left == 1, "the neighbours are not next to one another, or not at the list's end");
  }

  /// A secret that was committed to after the run says nothing about it: whoever comes back after
  /// an erasure has another one.
  private static Verdict holdsFor(Receipt consent, Receipt training) {
    return Verdict.of(
            consent.checkpoint().origin().equals(training.checkpoint().origin()),
            "the consent and the run stand in different ledgers")
        .and(() ->
            Verdict.of(
                Fields.whole(training.opening().body(), "consents")
                    .filter(known -> consent.file().index() <= known)
                    .isPresent(),
                "the consent was given after the consents that the run knew, so it says nothing"
                    + " about it"));
  }

  private Verdict matches(Canonical body) {
    return Verdict.of(
            Fields.text(body, "run").filter(run()::equals).isPresent(),
            "the receipt is of another run than " + run())
        .and(() ->
            Verdict.of(
                Fields.whole(body, "count").filter(number -> number == count).isPresent(),
                "the run's entry names another count than " + count));
  }

  private Verdict between(Canonical consent, Canonical training) {
    var secret = Fields.text(consent, SECRET).flatMap(text -> hex(text, SECRET_BYTES));
    var root = Fields.text(training, "root").flatMap(Hash::ofHex);
    return Verdict.of(
            secret.isPresent(), "the consent has no secret of 32 bytes in the field " + SECRET)
        .and(() -> Verdict.of(root.isPresent(), "the run's entry names no root of its list"))
        .and(() -> verify(RunList.pseudonym(secret.orElseThrow(), run), root.orElseThrow()));
  }

  private static Verdict ofKind(Receipt receipt, String kind) {
    return Verdict.of(
        receipt.opening().kind().equals(kind) && receipt.opening().inner().isEmpty(),
        "the entry is not of the kind " + kind);
  }

  private static Verdict because(String where, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Verified verified -> verified;
      case Verdict.Refuted(var reason) -> new Verdict.Refuted(where + ": " + reason);
    };
  }

  static Optional<byte[]> hex(String text, int length) {
    boolean fits = text.length() == 2 * length && text.matches("[0-9a-f]*");
    return fits ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
  }

  public String text() {
    var text = new StringBuilder(HEADER + "\nrun " + run() + "\ncount " + count + "\n");
    before.ifPresent(neighbour -> lines(text, "before", neighbour));
    after.ifPresent(neighbour -> lines(text, "after", neighbour));
    return text.toString();
  }

  public byte[] bytes() {
    return text().getBytes(US_ASCII);
  }

  private static void lines(StringBuilder text, String name, Neighbour neighbour) {
    text.append(name).append(' ').append(neighbour.place()).append('\n');
    text.append("pseudonym ").append(Base64Text.write(neighbour.pseudonym().bytes())).append('\n');
    neighbour
        .path()
        .forEach(hash -> text.append("path ").append(Base64Text.write(hash.bytes())).append('\n'));
  }
}
