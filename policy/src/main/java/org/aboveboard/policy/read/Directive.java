package org.aboveboard.policy.read;

import java.util.regex.Pattern;

/// A line of YAML that says how the lines below it are to be read, which no policy needs: what you
/// read is what runs.
final class Directive {
  private static final Pattern START = Pattern.compile("\\A\\uFEFF?(?:[ \\t]*(?:#.*)?\\R)*+%");

  private Directive() {}

  /// Whether a file begins with one, which is then a fault.
  static boolean refused(String file, String text, Faults faults) {
    var found = START.matcher(text);
    if (!found.find()) {
      return false;
    }
    var line = (int) found.group().lines().count();
    faults.add(
        new Place(file, line), "Directives (%) are not used in a policy.", "Remove the line.");
    return true;
  }
}
