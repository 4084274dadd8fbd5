package org.aboveboard.verifier;

import static org.aboveboard.verifier.Edits.base64;
import static org.aboveboard.verifier.Edits.doubled;
import static org.aboveboard.verifier.Edits.dropped;
import static org.aboveboard.verifier.Edits.flipped;
import static org.aboveboard.verifier.Edits.resized;
import static org.aboveboard.verifier.Edits.swapped;
import static org.aboveboard.verifier.Faults.LONG;
import static org.aboveboard.verifier.Faults.OUTSIDE;
import static org.aboveboard.verifier.Faults.UNFIT;
import static org.aboveboard.verifier.Faults.UNKNOWN;

import java.util.List;

/// What can be wrong with the lines of any receipt.
record FileFaults(Faults faults, Case base) {
  /// Header, extra, index and path.
  void lines() {
    int end = base.lines().indexOf("");
    faults.text(base, "header", UNKNOWN, t -> t.replace("@v1\nextra", "@v2\nextra"));
    faults.text(base, "CR LF", UNKNOWN, t -> t.replace("\n", "\r\n"));
    faults.text(base, "byte order mark", UNKNOWN, t -> "\ufeff" + t);
    faults.text(
        base,
        "no last newline",
        "Refuted: the note does not end in a newline or holds a control character.",
        String::stripTrailing);
    faults.text(
        base, "trailing newline", "Refuted: the note has not 1 to 100 signatures.", t -> t + "\n");
    faults.text(base, "trailing byte", "Refuted: the note does not end in a newline", t -> t + "x");
    faults.text(base, "trailing NUL", "Refuted: the note does not end in a newline", t -> t + "\0");
    faults.text(base, "trailing line", "Refuted: signature ", t -> t + "x\n");
    faults.text(base, "no blank line", "Refuted: ", t -> t.replace("\n\n", "\n"));
    faults.text(
        base,
        "cut at the blank line",
        "Refuted: no checkpoint follows after an empty line.",
        t -> t.substring(0, t.indexOf("\n\n") + 2));
    faults.line(
        base,
        2,
        "spare bits in base64",
        "Refuted: line 2: what is extra is not base64.",
        Edits::spare);
    faults.line(
        base, 2, "empty extra", "Refuted: line 2: what is extra is not base64.", _ -> "extra ");
    faults.line(
        base,
        2,
        "a space in base64",
        "Refuted: line 2: what is extra is not base64.",
        l -> l.substring(0, 20) + " " + l.substring(20));
    faults.text(
        base,
        "no extra",
        "Refuted: line 2 does not say what the entry is: it must begin with \"extra\".",
        t -> t.replaceFirst("extra .*\n", ""));
    faults.text(
        base,
        "no index",
        "Refuted: line 3 is not the index.",
        t -> t.replaceFirst("index .*\n", ""));
    for (var odd : List.of("0" + 5, "+5", "-1", "5 ", "0x5", "9223372036854775808", "")) {
      faults.line(
          base,
          3,
          "index \"" + odd + "\"",
          "Refuted: line 3: the index is not a plain number.",
          _ -> "index " + odd);
    }
    faults.line(
        base,
        3,
        "index of another",
        "Refuted: the entry in line 2 and the path in lines 4 to ",
        Edits::previous);
    faults.line(
        base,
        3,
        "index beyond the end",
        "Refuted: the entry in line 2 and the path in lines 4 to "
            + end
            + " do not lead to the checkpoint's root"
            + OUTSIDE,
        _ -> "index 9223372036854775807");
    faults.line(
        base,
        4,
        "no base64 in the path",
        "Refuted: line 4 is not base64 of the 32 bytes of a hash.",
        l -> l.replace('=', '.'));
    faults.line(
        base,
        5,
        "short hash in the path",
        "Refuted: line 5 is not base64 of the 32 bytes of a hash.",
        _ -> base64(new byte[31]));
    faults.line(
        base,
        5,
        "spare bits in the path",
        "Refuted: line 5 is not base64 of the 32 bytes of a hash.",
        Edits::spare);
    faults.text(base, "path swapped", "Refuted: the entry in line 2 ", t -> swapped(t, 4, 5));
    faults.text(
        base,
        "path longer",
        "Refuted: the entry in line 2 and the path in lines 4 to "
            + (end + 1)
            + " do not lead to the checkpoint's root"
            + LONG,
        t -> doubled(t, 4));
    faults.text(base, "path shorter", "Refuted: the entry in line 2 ", t -> dropped(t, 4));
    faults.text(
        base,
        "path of 64",
        "Refuted: the path has more than 63 hashes.",
        t -> t.replaceFirst("\n\n", ("\n" + base64(new byte[32])).repeat(64) + "\n\n"));
    for (int number = 4; number <= end; number++) {
      faults.line(
          base,
          number,
          "hash in line " + number,
          "Refuted: the entry in line 2 ",
          _ -> base64(new byte[32]));
    }
  }

  /// Checkpoint and signature.
  void note() {
    int end = base.lines().indexOf("");
    faults.line(
        base,
        end + 2,
        "another log",
        "Refuted: the checkpoint: the policy lists no log named example.net/log.",
        _ -> "example.net/log");
    faults.line(
        base,
        end + 2,
        "a name that turns the line around",
        "Refuted: the checkpoint: the policy lists no log named ?gro?.",
        _ -> "\u202egro\u009b");
    faults.line(
        base,
        end + 2,
        "origin too long",
        "Refuted: the checkpoint's origin is longer than 255 bytes.",
        l -> l + "\u00e9".repeat(128));
    faults.line(base, end + 3, "another size", UNFIT, l -> l + "0");
    faults.line(
        base,
        end + 3,
        "size with zero",
        "Refuted: the checkpoint's size is not a plain number.",
        l -> "0" + l);
    faults.line(base, end + 4, "another root", UNFIT, _ -> base64(new byte[32]));
    faults.line(
        base,
        end + 4,
        "short root",
        "Refuted: the checkpoint's root is not base64 of 32 bytes.",
        _ -> base64(new byte[33]));
    faults.line(
        base,
        end + 4,
        "spare bits in the root",
        "Refuted: the checkpoint's root is not base64 of 32 bytes.",
        Edits::spare);
    faults.line(base, end + 4, "further line", UNFIT, l -> l + "\nmore");
    faults.line(
        base,
        end + 4,
        "tab in the checkpoint",
        "Refuted: the note does not end in a newline or holds a control character.",
        l -> l + "\t");
    faults.text(
        base,
        "checkpoint of two lines",
        "Refuted: the checkpoint has fewer than three lines, or an empty one.",
        t -> dropped(t, end + 4));
    faults.line(base, end + 6, "signature bit", UNFIT, l -> flipped(l, 20));
    faults.line(
        base,
        end + 6,
        "signature's key id",
        "Refuted: the checkpoint: the note has no signature by a trusted key.",
        l -> flipped(l, 1));
    faults.line(
        base,
        end + 6,
        "signature's name",
        "Refuted: the checkpoint: the note has no signature by a trusted key.",
        l -> l.replace("org/log", "org/lag"));
    faults.line(
        base,
        end + 6,
        "signature with plus in its name",
        "Refuted: signature 1 of the note is not a signature line.",
        l -> l.replace("org/log", "org+log"));
    faults.line(
        base,
        end + 6,
        "spare bits in the signature",
        "Refuted: signature 1 of the note is not a signature line.",
        Edits::spare);
    faults.line(
        base,
        end + 6,
        "hyphen for dash",
        "Refuted: signature 1 of the note is not a signature line.",
        l -> l.replace('\u2014', '-'));
    faults.line(
        base,
        end + 6,
        "two spaces",
        "Refuted: signature 1 of the note is not a signature line.",
        l -> l.replaceFirst(" ", "  "));
    faults.line(base, end + 6, "signature cut", UNFIT, l -> resized(l, -3));
    faults.line(base, end + 6, "signature longer", UNFIT, l -> resized(l, 3));
    faults.line(base, end + 6, "a second, bad signature", UNFIT, l -> l + "\n" + flipped(l, 30));
  }
}
