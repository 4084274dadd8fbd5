package org.aboveboard.verifier;

import static org.aboveboard.verifier.Edits.base64;
import static org.aboveboard.verifier.Edits.dropped;
import static org.aboveboard.verifier.Edits.flipped;
import static org.aboveboard.verifier.Edits.resized;
import static org.aboveboard.verifier.Faults.ENTRY;
import static org.aboveboard.verifier.Faults.POLICY;
import static org.aboveboard.verifier.Faults.ROOT;
import static org.aboveboard.verifier.Faults.UNKNOWN;
import static org.aboveboard.verifier.Papers.KEY;
import static org.aboveboard.verifier.Papers.policy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.aboveboard.ledger.note.SignerKey;

/// What can be wrong with whom the reader believes, and with who signed.
record TrustFaults(Faults faults, Case plain, Case witnessed) {
  void add() {
    files();
    signatures();
    quorums();
    policies();
  }

  private void files() {
    var latin = plain.receipt().clone();
    latin[latin.length - 2] = (byte) 0xe9;
    faults.add(plain.bytes("not UTF-8", "Refuted: the file is not UTF-8.", latin));
    faults.add(
        plain.bytes(
            "4 MiB and more",
            "Refuted: the file has more than 4194304 bytes.",
            Arrays.copyOf(plain.receipt(), (4 << 20) + 1)));
    faults.text(
        plain,
        "a note of a MiB",
        "Refuted: the note has more than 1048576 bytes.",
        t -> t + "x".repeat(1 << 20));
    faults.text(
        plain,
        "101 signatures",
        "Refuted: the note has not 1 to 100 signatures.",
        t -> t + t.substring(t.indexOf('\u2014')).repeat(100));
    faults.add(new Case("another text", "x\n", KEY, UNKNOWN));
    faults.add(
        plain.trusting(
            "another key of that name",
            "Refuted: the checkpoint: the note has no signature by a trusted key.",
            other("example.org/log")));
    faults.add(
        plain.trusting(
            "another log's key",
            "Refuted: the checkpoint: the policy lists no log named example.org/log.",
            other("example.net/log")));
    faults.add(
        plain.trusting(
            "nobody is named", "Not checked: nobody vouches for the key of example.org/log.", ""));
    var path = plain.line(4, "another path", ENTRY + ROOT, _ -> base64(new byte[32]));
    faults.add(path.trusting("and nobody is named", ENTRY + ROOT, ""));
    for (var key :
        List.of(
            KEY.replace("+", ""),
            KEY.replace("org/log+", "org/lag+"),
            KEY + "=",
            "example.org/log+00000000+AAAA",
            "a+b")) {
      faults.add(
          plain.trusting("key " + key, key.contains("+") ? "Not checked: the key: " : POLICY, key));
    }
  }

  private void signatures() {
    int last = witnessed.lines().size();
    var one = "Refuted: the checkpoint: the signature by example.org/one does not fit the note.";
    var lacking = "Refuted: the checkpoint: the checkpoint lacks cosignatures for the quorum one.";
    faults.line(witnessed, last, "cosignature bit", one, l -> flipped(l, 40));
    faults.line(witnessed, last, "cosignature's time", one, l -> flipped(l, 11));
    faults.line(witnessed, last, "cosignature's time below zero", one, l -> flipped(l, 4, 0x80));
    faults.line(witnessed, last, "cosignature's key id", lacking, l -> flipped(l, 2));
    faults.line(witnessed, last, "cosigner's name", lacking, l -> l.replace("org/one", "org/two"));
    faults.line(witnessed, last, "cosignature cut to its time", one, l -> resized(l, -64));
    faults.line(witnessed, last, "cosignature cut to less", one, l -> resized(l, -67));
    faults.text(witnessed, "cosignature removed", lacking, t -> dropped(t, last));
    faults.text(
        witnessed,
        "log's signature removed",
        "Refuted: the checkpoint: the note has no signature by a trusted key.",
        t -> dropped(t, last - 1));
  }

  private void quorums() {
    var lacking = "Refuted: the checkpoint: the checkpoint lacks cosignatures for the quorum ";
    faults.add(witnessed.trusting("another witness", lacking + "two.", policy("quorum two")));
    faults.add(
        witnessed.trusting(
            "a group of two", lacking + "g.", policy("group g all one two", "quorum g")));
    faults.add(
        witnessed.trusting(
            "a group with ML-DSA", lacking + "g.", policy("group g 2 one two pq", "quorum g")));
    faults.add(
        witnessed.trusting(
            "a group in a group",
            lacking + "h.",
            policy("group g 2 one two", "group h any g pq", "quorum h")));
  }

  private void policies() {
    var one = Papers.ONE.verifier().format();
    broken(
        "no quorum",
        "the policy has no quorum; add the line \"quorum none\" or name a member.",
        "");
    broken(
        "two quorums",
        "line 7: write one line only: quorum NAME, or quorum none.",
        "quorum one\nquorum one");
    broken(
        "unknown quorum",
        "line 6: three is not defined before this line; define it above.",
        "quorum three");
    broken(
        "unknown word",
        "line 6: \"logs\" begins no line; begin with log, witness, group, quorum or #.",
        "logs x");
    broken(
        "control character",
        "line 6: a control character stands here; use spaces, tabs and newlines only.",
        "quorum none\r");
    broken("delete character", "line 6: a control character stands here", "quorum none \u007f");
    broken("log without key", "line 6: write: log KEY [URL].", "log");
    broken(
        "log twice",
        "line 6: this public key was listed before; list each key once.",
        "log " + KEY);
    broken(
        "witness twice",
        "line 6: this public key was listed before; list each key once.",
        "witness x " + one);
    broken("witness without key", "line 6: write: witness NAME KEY [URL].", "witness x");
    broken(
        "log as witness",
        "line 6: this key signs notes, not times; a witness needs a key of type 04 or 06.",
        "witness x " + KEY);
    broken("a taken name", "line 6: the name one is taken; choose another.", "group one any two");
    broken(
        "the name none", "line 6: the name none is taken; choose another.", "group none any two");
    broken(
        "group without members",
        "line 6: write: group NAME all|any|NUMBER MEMBER...",
        "group g any");
    broken(
        "unknown member",
        "line 6: three is not defined before this line; define it above.",
        "group g any one three");
    broken(
        "member twice",
        "line 6: one is in a group already; name each member once.",
        "group g any one one");
    for (var odd : List.of("0", "3", "02", "most", "99999999999999999999")) {
      broken(
          "threshold " + odd,
          "line 6: the threshold is any, all, or a number from 1 to 2.",
          "group g " + odd + " one two");
    }
    var key =
        "line 6: the key is none of Ed25519 (01, 04) and ML-DSA-44 (06), or a weak one; copy the key again from its owner.";
    for (var odd :
        List.of(
            "AQ==",
            "Ag" + "A".repeat(42),
            "AQ" + "A".repeat(42),
            "BA" + "A".repeat(42),
            weak("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
            weak("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85"),
            weak("0200000000000000000000000000000000000000000000000000000000000000"),
            weak("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"))) {
      broken("key " + odd, key, "log example.org/odd+00000000+" + odd);
    }
    broken(
        "key id",
        "line 6: the key's id does not fit its name and public key; copy the key again from its owner.",
        "log " + KEY.replace("org/log", "org/lag"));
    broken(
        "key form",
        "line 6: a key is written name+8 hexadecimal digits+base64; copy the key again from its owner.",
        "log x");
  }

  private void broken(String fault, String wrong, String lines) {
    faults.add(witnessed.trusting(fault, POLICY + wrong, policy(lines)));
  }

  private static String other(String name) {
    return SignerKey.of(name, new byte[32]).verifier().format();
  }

  private static String weak(String hex) {
    return base64(HexFormat.of().parseHex("01" + hex));
  }
}
