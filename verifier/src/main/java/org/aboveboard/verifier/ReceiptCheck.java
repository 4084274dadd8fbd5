package org.aboveboard.verifier;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.receipt.Receipt;

/// The check of one receipt.
///
/// A receipt has one spelling only, so that a file which begins as one and cannot be read as one is
/// refuted: nobody issued it.
///
/// @param isStepwise whether each hash on the way is told
record ReceiptCheck(Belief belief, boolean isStepwise) {
  Outcome check(byte[] file) {
    return switch (Receipt.read(file)) {
      case Receipt.Unreadable(var reason) -> new Outcome.Refuted(reason);
      case Receipt.Read(var receipt) -> check(receipt).with(steps(receipt));
    };
  }

  private Outcome check(Receipt receipt) {
    return switch (verify(receipt)) {
      case Verdict.Refuted(var reason) -> new Outcome.Refuted(reason);
      case Verdict.Verified _ -> confirm(receipt);
    };
  }

  private Verdict verify(Receipt receipt) {
    return switch (belief) {
      case Belief.Nobody _ -> receipt.fits();
      case Belief.Named(var policy) -> receipt.verify(policy);
    };
  }

  private Outcome confirm(Receipt receipt) {
    var told = new Told(receipt);
    var lines = new ArrayList<String>();
    lines.addAll(told.entry());
    lines.addAll(belief.witnesses(receipt.note()));
    return belief.confirm(told.claim(), receipt.checkpoint().origin()).with(lines);
  }

  private List<String> steps(Receipt receipt) {
    return isStepwise ? new Told(receipt).steps() : List.of();
  }
}
