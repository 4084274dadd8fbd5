package org.aboveboard.verifier;

import java.util.ArrayList;
import java.util.List;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.receipt.Absence;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.ledger.trust.TrustPolicy;

/// The check that whoever gave a consent was no part of a training run.
record AbsenceCheck(Belief belief) {
  /// @param consent the receipt of a yes of the person
  /// @param run the receipt of the run's entry
  /// @param list what the run's list has around the person's place
  Outcome check(byte[] consent, byte[] run, byte[] list) throws Unreadable {
    var yes = receipt("the first file", consent);
    var training = receipt("the second file", run);
    return switch (belief) {
      case Belief.Nobody _ -> belief.confirm("", yes.checkpoint().origin());
      case Belief.Named(var policy) -> check(yes, training, absence(list), policy);
    };
  }

  private Outcome check(Receipt consent, Receipt run, Absence absence, TrustPolicy policy) {
    return switch (absence.verify(consent, run, policy)) {
      case Verdict.Refuted(var reason) -> new Outcome.Refuted(reason);
      case Verdict.Verified _ -> confirm(consent, run, absence);
    };
  }

  private Outcome confirm(Receipt consent, Receipt run, Absence absence) {
    var lines = new ArrayList<String>();
    lines.add("The consent:");
    lines.addAll(new Told(consent).entry());
    lines.add("The run:");
    lines.addAll(new Told(run).entry());
    lines.addAll(witnesses(consent, run));
    lines.add(
        "That the list is sorted and names all whose data was used, is the operator's word:"
            + " whoever has the whole list can see the first.");
    var claim =
        ("whoever gave the consent of entry " + consent.file().index())
            + (" is not among the " + absence.count())
            + (" people whom run " + absence.run() + " lists");
    return belief.confirm(claim, run.checkpoint().origin()).with(lines);
  }

  private List<String> witnesses(Receipt consent, Receipt run) {
    var lines = new ArrayList<>(belief.witnesses(consent.note()));
    lines.addAll(belief.witnesses(run.note()));
    return lines.stream().distinct().toList();
  }

  private static Receipt receipt(String which, byte[] file) throws Unreadable {
    return switch (Receipt.read(file)) {
      case Receipt.Read(var receipt) -> receipt;
      case Receipt.Unreadable(var reason) ->
          throw new Unreadable(
              which + " is not a receipt: " + reason, "Give them in their order: CONSENT RUN LIST");
    };
  }

  private static Absence absence(byte[] file) throws Unreadable {
    return switch (Absence.read(file)) {
      case Absence.Read(var absence) -> absence;
      case Absence.Unreadable(var reason) ->
          throw new Unreadable(
              "the third file is not a run's answer: " + reason,
              "Give them in their order: CONSENT RUN LIST");
    };
  }
}
