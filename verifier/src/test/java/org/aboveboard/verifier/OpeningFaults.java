package org.aboveboard.verifier;

import static org.aboveboard.verifier.Edits.base64;
import static org.aboveboard.verifier.Edits.doubled;
import static org.aboveboard.verifier.Edits.dropped;
import static org.aboveboard.verifier.Edits.lastValue;
import static org.aboveboard.verifier.Edits.put;
import static org.aboveboard.verifier.Edits.swapped;
import static org.aboveboard.verifier.Edits.value;
import static org.aboveboard.verifier.Faults.INNER;
import static org.aboveboard.verifier.Faults.LONG;
import static org.aboveboard.verifier.Faults.OUTSIDE;
import static org.aboveboard.verifier.Faults.PACKED;
import static org.aboveboard.verifier.Faults.ROOT;
import static org.aboveboard.verifier.Faults.SHORT;
import static org.aboveboard.verifier.Papers.KEY;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// What can be wrong with what is packed in line 2.
record OpeningFaults(Faults faults, Case plain, Case chained, Case twoStep) {
  void add() {
    opening(plain);
    opening(chained);
    chains();
    inner();
  }

  /// What can be wrong with what is packed in line 2.
  private void opening(Case base) {
    faults.packed(
        base,
        "header",
        PACKED + "its first line is not aboveboard-receipt@v1, or its last line does not end.",
        o -> o.replace("@v1", "@v2"));
    faults.packed(
        base,
        "last newline",
        PACKED + "its first line is not aboveboard-receipt@v1, or its last line does not end.",
        String::stripTrailing);
    faults.packed(
        base,
        "nothing but a header",
        PACKED + "its line 2 is not \"kind\".",
        _ -> "aboveboard-receipt@v1\n");
    faults.packed(
        base,
        "CR LF",
        PACKED + "its first line is not aboveboard-receipt@v1",
        o -> o.replace("\n", "\r\n"));
    faults.packed(
        base,
        "another kind",
        "Refuted: the entry in line 2 and ",
        o -> o.replace("kind consent", "kind event"));
    faults.packed(
        base,
        "two kinds",
        PACKED + "its line 2: kind is not one word.",
        o -> o.replace("kind consent", "kind con sent"));
    faults.packed(
        base,
        "no kind",
        PACKED + "its line 2 is not \"kind\".",
        o -> o.replace("kind consent\n", ""));
    faults.packed(
        base,
        "another time",
        "Refuted: the entry in line 2 and ",
        o -> o.replace("23:00:00Z", "23:00:01Z"));
    for (var odd :
        List.of(
            "2026-11-24T23:00:00",
            "2026-11-24t23:00:00Z",
            "2026-11-24T23:00:00.5Z",
            "2026-02-30T23:00:00Z",
            "2026-11-24T24:00:00Z",
            "2026-12-31T23:59:60Z",
            "2026-11-24T23:00Z",
            "now")) {
      faults.packed(
          base,
          "time " + odd,
          PACKED + "its line 3: at is not a UTC time such as 2026-01-02T03:04:05Z.",
          o -> o.replace("2026-11-24T23:00:00Z", odd));
    }
    faults.packed(
        base,
        "another nonce",
        "Refuted: the entry in line 2 and ",
        o -> value(o, "nonce", _ -> new byte[32]));
    faults.packed(
        base, "short nonce", PACKED + "its line ", o -> value(o, "nonce", _ -> new byte[31]));
    faults.packed(
        base,
        "spare bits in the nonce",
        PACKED + "its line ",
        o -> o.replaceAll("(?m)^nonce .*=$", "nonce " + "A".repeat(42) + "B="));
    faults.packed(
        base,
        "body changed",
        "Refuted: the entry in line 2 and ",
        o -> value(o, "body", Edits::renamed));
    for (var odd :
        List.<UnaryOperator<byte[]>>of(
            b -> Arrays.copyOf(b, b.length + 1),
            b -> Arrays.copyOf(b, b.length - 1),
            b -> put(b, 0, 2),
            b -> put(b, 2, 9),
            b -> put(b, b.length - 1, 2),
            b -> put(b, 4, 'z'),
            b -> put(b, 4, 0xe9),
            _ -> new byte[0])) {
      faults.packed(
          base,
          "body not canonical " + faults.size(),
          PACKED + "its line ",
          o -> value(o, "body", odd));
    }
    faults.packed(
        base,
        "body before nonce",
        PACKED + "its line ",
        o -> o.replaceAll("(nonce .*\n)(body .*\n)", "$2$1"));
    faults.packed(base, "one more line", PACKED + "its line ", o -> o + "more 1\n");
    faults.packed(base, "an empty line", PACKED + "its line ", o -> o + "\n");
  }

  private void chains() {
    faults.packed(
        chained,
        "previous removed",
        "Refuted: the entry in line 2 and ",
        o -> o.replaceFirst("previous .*\n", ""));
    faults.packed(
        chained,
        "another previous",
        "Refuted: the entry in line 2 and ",
        o -> value(o, "previous", _ -> new byte[32]));
    faults.packed(
        chained,
        "short previous",
        PACKED + "its line 4: previous is not base64 of 32 bytes.",
        o -> value(o, "previous", _ -> new byte[31]));
    faults.packed(
        plain,
        "previous added",
        "Refuted: the entry in line 2 and ",
        o -> o.replace("nonce", "previous " + base64(new byte[32]) + "\nnonce"));
  }

  /// What can be wrong with the second step.
  private void inner() {
    faults.packed(twoStep, "another place", INNER + ROOT, o -> o.replace("place 2", "place 3"));
    faults.packed(
        twoStep, "place beyond the end", INNER + OUTSIDE, o -> o.replace("place 2", "place 6"));
    faults.packed(
        twoStep,
        "place with zero",
        PACKED + "its line 6: place is not a plain number.",
        o -> o.replace("place 2", "place 02"));
    faults.packed(twoStep, "inner path swapped", INNER + ROOT, o -> swapped(o, 7, 8));
    faults.packed(twoStep, "inner path shorter", INNER + SHORT, o -> dropped(o, 7));
    faults.packed(twoStep, "inner path longer", INNER + LONG, o -> doubled(o, 7));
    faults.packed(
        twoStep,
        "inner path of 64",
        PACKED + "its path has more than 63 hashes.",
        o -> o.replaceFirst("path", ("path " + base64(new byte[32]) + "\n").repeat(64) + "path"));
    faults.packed(
        twoStep,
        "short hash in the inner path",
        PACKED + "its line 7: path is not base64 of 32 bytes.",
        o -> value(o, "path", _ -> new byte[8]));
    faults.packed(
        twoStep,
        "another inner nonce",
        INNER + ROOT,
        o -> lastValue(o, "nonce", _ -> new byte[32]));
    faults.packed(
        twoStep, "inner body changed", INNER + ROOT, o -> lastValue(o, "body", Edits::renamed));
    faults.packed(
        twoStep,
        "inner body not canonical",
        PACKED + "its line 11: body is not base64 of a canonical record.",
        o -> lastValue(o, "body", b -> put(b, 0, 9)));
    faults.packed(
        twoStep,
        "outer body changed",
        "Refuted: the entry in line 2 and ",
        o -> value(o, "body", b -> put(b, b.length - 1, 'f')));
    faults.packed(
        twoStep,
        "after the end",
        PACKED + "there is more after its last line.",
        o -> o + "place 2\n");
    faults.packed(
        twoStep,
        "no inner body",
        PACKED + "its line 11 is not \"body\".",
        o -> o.replaceFirst("body [^\n]*\n$", ""));
    var random = new SplittableRandom(8);
    var single =
        Case.of(
            "one step", Papers.receipt(Papers.plain("decisions", random), 3, 12, random), KEY, "");
    faults.packed(
        single,
        "a statement of nothing",
        INNER + ": the entry's body has no count and root of what it stands for.",
        o -> o + "place 0\n" + o.substring(o.indexOf("nonce")));
  }
}
