package org.aboveboard.verifier;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.aboveboard.ledger.receipt.Receipt;

/// A receipt, whom its reader believes, and how the answer must begin.
///
/// @param octets the receipt, each byte as one character
/// @param trust a key, a policy, or nothing
record Case(String name, String octets, String trust, String words) {
  static Case of(String name, byte[] receipt, String trust, String words) {
    return new Case(name, new String(receipt, ISO_8859_1), trust, words);
  }

  static Case of(String name, Receipt receipt, String trust, String words) {
    return of(name, receipt.bytes(), trust, words);
  }

  /// The same with another text.
  Case edited(String fault, String wrong, UnaryOperator<String> edit) {
    return bytes(fault, wrong, edit.apply(text()).getBytes(UTF_8));
  }

  Case bytes(String fault, String wrong, byte[] bytes) {
    return of(name + ": " + fault, bytes, trust, wrong);
  }

  /// The same with another line, counted from 1.
  Case line(int number, String fault, String wrong, UnaryOperator<String> edit) {
    return edited(
        fault,
        wrong,
        text -> {
          var lines = text.split("\n", -1);
          lines[number - 1] = edit.apply(lines[number - 1]);
          return String.join("\n", lines);
        });
  }

  /// The same with something else packed in line 2.
  Case packed(String fault, String wrong, UnaryOperator<String> edit) {
    return line(
        2,
        fault,
        wrong,
        line -> {
          var packed = new String(Base64.getDecoder().decode(line.substring(6)), UTF_8);
          return "extra " + Base64.getEncoder().encodeToString(edit.apply(packed).getBytes(UTF_8));
        });
  }

  Case trusting(String fault, String wrong, String other) {
    return new Case(name + ": " + fault, octets, other, wrong);
  }

  List<String> lines() {
    return text().lines().toList();
  }

  byte[] receipt() {
    return octets.getBytes(ISO_8859_1);
  }

  String text() {
    return new String(receipt(), UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
