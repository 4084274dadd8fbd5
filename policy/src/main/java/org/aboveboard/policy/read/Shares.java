package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

/// Numbers that lie between two others.
final class Shares {
  private Shares() {}

  /// A number above `over` and up to `most`.
  static double between(Reading file, String key, double over, double most) {
    var before = file.number(key);
    if (file.has(key) && !(before > over && before <= most)) {
      file.fault(
          key,
          say("'%s' cannot be %s.", key, before),
          say("Write a number above %s and up to %s.", Math.max(over, 0), most));
    }
    return before;
  }

  /// A number from 0 to `most`; 0 where it does not stand there.
  static double upTo(Reading file, String key, double most) {
    var number = file.has(key) ? file.number(key) : 0;
    if (!(number >= 0 && number <= most)) {
      file.fault(
          key, say("'%s' cannot be %s.", key, number), say("Write a number from 0 to %s.", most));
    }
    return number;
  }
}
