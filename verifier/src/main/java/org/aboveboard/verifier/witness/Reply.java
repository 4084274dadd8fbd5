package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.witness.Answer;

/// A status, a media type and a text: one HTTP answer.
record Reply(int status, String type, String body) {
  private static final String TEXT = "text/plain; charset=utf-8";

  static final Reply ABSENT = text(404, "there is nothing here");
  static final Reply BUSY = text(503, "too many requests at once; try again soon");
  static final Reply FAILED = text(500, "the witness could not store the checkpoint");
  static final Reply TOO_LONG = text(413, "the request is too long");
  static final Reply WRONG_METHOD = text(405, "POST to add-checkpoint, GET the rest");

  /// The answer of c2sp.org/tlog-witness. A checkpoint of the size that was seen last but with
  /// another root is 422, so that 409 always carries a size.
  static Reply of(Answer answer) {
    return switch (answer) {
      case Answer.Cosigned(var cosignature) -> new Reply(200, TEXT, cosignature.line() + "\n");
      case Answer.Malformed(var reason) -> text(400, reason);
      case Answer.Unsigned(var reason) -> text(403, reason);
      case Answer.Unknown _ -> text(404, "this witness does not follow a log of this origin");
      case Answer.Stale(var size) -> new Reply(409, "text/x.tlog.size", size + "\n");
      case Answer.Inconsistent(var reason) -> text(422, reason);
    };
  }

  static Reply of(Note note) {
    return new Reply(200, TEXT, note.format());
  }

  void send(HttpExchange exchange) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Reply text(int status, String words) {
    return new Reply(status, TEXT, words + "\n");
  }
}
