package org.aboveboard.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aboveboard.ledger.Value;
import org.aboveboard.ledger.receipt.Receipt;
import org.aboveboard.ledger.receipt.Step;

/// A receipt in plain words.
record Told(Receipt receipt) {
  /// What a receipt that holds shows, as one sentence without its end.
  String claim() {
    var what = "entry " + receipt.file().index();
    return ("the log " + receipt.checkpoint().origin() + " signed a ledger of ")
        + (Count.of(receipt.checkpoint().size(), "entry", "entries") + ", and ")
        + receipt
            .opening()
            .inner()
            .map(inner -> "statement " + inner.place() + " in " + what + " says this")
            .orElse(what + " says this");
  }

  /// Kind, time, and each field of the body.
  List<String> entry() {
    var rows = new LinkedHashMap<String, String>();
    var opening = receipt.opening();
    rows.put("(kind)", opening.kind());
    rows.put("(time)", Plain.time(opening.at()));
    opening.previous().ifPresent(before -> rows.put("(after)", before.hash().hex()));
    opening.shown().fields().forEach((name, value) -> rows.put(name, value(value)));
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    return rows.entrySet().stream().map(row -> line(row, width)).toList();
  }

  /// Each hash on the way, from the body to the signed root.
  List<String> steps() {
    var lines = new ArrayList<String>();
    lines.add("Each hash on the way from the body to the signed root:");
    for (var step : receipt.steps()) {
      lines.add("  " + step.hash().hex() + "  " + what(step));
    }
    return lines;
  }

  static String what(Step step) {
    return switch (step) {
      case Step.Committed _ -> "commitment: hash of nonce, previous one where there is, and body";
      case Step.Leaf(var index, var size, _) -> "leaf " + index + " of " + size;
      case Step.Node(var left, var right, _) ->
          "node over " + left.hex().substring(0, 8) + " and " + right.hex().substring(0, 8);
      case Step.Root _ -> "the root that is named";
    };
  }

  private static String line(Map.Entry<String, String> row, int width) {
    return "  " + row.getKey() + " ".repeat(width - row.getKey().length() + 2) + row.getValue();
  }

  static String value(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Plain.line(text);
      case Value.Whole(var number) -> Long.toString(number);
      case Value.Flag(var flag) -> flag ? "yes" : "no";
    };
  }
}
