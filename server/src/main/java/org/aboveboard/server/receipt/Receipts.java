package org.aboveboard.server.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Grant;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.ledger.Ledger;
import org.aboveboard.server.receipt.ReceiptStore.Sought;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.Anonymous;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;

/// Makes receipts: opens an entry for the person it is about, and proves its place in the ledger.
public final class Receipts {
  private static final long NOBODY = 0;

  private final ReceiptStore store;
  private final SubjectStore subjects;
  private final Ledger ledger;
  private final Declaration declaration;
  private final InstantSource clock;

  public Receipts(
      Pools pools,
      Anonymous anonymous,
      SubjectStore subjects,
      Ledger ledger,
      Declaration declaration,
      InstantSource clock) {
    this.store = new ReceiptStore(pools, anonymous, clock);
    this.subjects = subjects;
    this.ledger = ledger;
    this.declaration = declaration;
    this.clock = clock;
  }

  /// The receipt of what somebody said or asked under this index.
  public Found statement(String name, long index) {
    return proven(
        subjects.find(name).flatMap(subject -> store.statement(own(subject), subject, index)));
  }

  /// The receipt of an answer that somebody was given.
  public Found answer(String name, String recommId) {
    return subjects
        .find(name)
        .map(subject -> proven(store.answer(own(subject), subject, recommId)))
        .orElseGet(Found.Nothing::new);
  }

  /// The receipt of an answer that names nobody.
  public Found unnamedAnswer(String recommId) {
    return proven(store.unnamedAnswer(rights(NOBODY), recommId));
  }

  /// The receipt of a stage of an erasure, for whoever has its job.
  public Found erasure(UUID job, Stage stage) {
    return proven(store.erasure(rights(NOBODY), job, stage));
  }

  /// The receipt of a step of the server's own, which is for everybody.
  public Found step(long index) {
    return store
        .mark(index)
        .map(step -> prove(new Opened(step.index(), step.opening())))
        .orElseGet(Found.Nothing::new);
  }

  private Found proven(Sought sought) {
    return switch (sought) {
      case Sought.There(Opened opened) -> prove(opened);
      case Sought.Waiting _ -> new Found.Soon();
      case Sought.Nowhere _ -> new Found.Nothing();
    };
  }

  private Found proven(Optional<Opened> opened) {
    return opened.map(this::prove).orElseGet(Found.Nothing::new);
  }

  private Found prove(Opened opened) {
    try {
      return ledger
          .prove(opened.index())
          .<Found>map(proof ->
              new Found.Ready(Receipt.of(opened.opening(), proof.inclusion(), proof.checkpoint())))
          .orElseGet(Found.Soon::new);
    } catch (IOException e) {
      throw new UncheckedIOException("A tile of the ledger cannot be read.", e);
    }
  }

  private Grant own(Subject subject) {
    return rights(subject.number());
  }

  @AuditedBypass(why = "a receipt is its person's own, whatever they agreed to since")
  private Grant rights(long subject) {
    return Grant.forRights(subject, declaration.now().policy(), clock.instant());
  }
}
