package org.aboveboard.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Damaged receipts being collected, and how answers begin.
final class Faults {
  static final String ROOT = ": the proof leads to another root.";
  static final String LONG = ": the proof is longer than the tree is high.";
  static final String SHORT = ": the proof is shorter than the tree is high.";
  static final String OUTSIDE = ": the index lies outside the tree.";
  static final String ENTRY =
      "Refuted: the entry in line 2 and the path in lines 4 to 7 do not lead to the checkpoint's root";
  static final String INNER = "Refuted: line 2, the statement and the entry that stands for it";
  static final String PACKED = "Refuted: line 2, what is packed in it: ";
  static final String UNKNOWN =
      "Not checked: the first line is of no kind of file that is known here.";
  static final String POLICY = "Not checked: the policy: ";
  static final String UNFIT =
      "Refuted: the checkpoint: the signature by example.org/log does not fit the note.";

  private final List<Case> all = new ArrayList<>();

  List<Case> all() {
    return List.copyOf(all);
  }

  int size() {
    return all.size();
  }

  void add(Case one) {
    all.add(one);
  }

  void text(Case base, String fault, String wrong, UnaryOperator<String> edit) {
    all.add(base.edited(fault, wrong, edit));
  }

  void line(Case base, int number, String fault, String wrong, UnaryOperator<String> edit) {
    all.add(base.line(number, fault, wrong, edit));
  }

  void packed(Case base, String fault, String wrong, UnaryOperator<String> edit) {
    all.add(base.packed(fault, wrong, edit));
  }
}
