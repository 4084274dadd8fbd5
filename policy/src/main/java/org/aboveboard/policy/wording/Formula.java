package org.aboveboard.policy.wording;

/// Makes a school grade of what was counted: how many years of school a text asks for.
sealed interface Formula permits FleschKincaid, WienerSachtext {
  String name();

  /// The grade of a text that has words; below zero for a very easy one.
  double grade(Counts counts);
}
