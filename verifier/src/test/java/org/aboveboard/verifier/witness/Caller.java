package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.aboveboard.ledger.note.Note;

/// A log's side of the wire.
record Caller(String address) {
  /// A status, a media type and a body.
  record Heard(int status, String type, String body) {
    /// The note with the cosignature that the body is.
    Note over(Note note) {
      return switch (Note.read(note.format() + body)) {
        case Note.Read(var cosigned) -> cosigned;
        case Note.Unreadable(var reason) -> throw new AssertionError(reason);
      };
    }
  }

  Heard add(String body) throws IOException {
    var connection = open("/add-checkpoint");
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.getOutputStream().write(body.getBytes(UTF_8));
    return heard(connection);
  }

  Heard get(String path) throws IOException {
    return heard(open(path));
  }

  private HttpURLConnection open(String path) throws IOException {
    return (HttpURLConnection) URI.create(address + path).toURL().openConnection();
  }

  private static Heard heard(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      return new Heard(status, connection.getContentType(), new String(in.readAllBytes(), UTF_8));
    }
  }
}
