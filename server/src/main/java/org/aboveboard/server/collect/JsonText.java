package org.aboveboard.server.collect;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/// A Java string as a JSON string.
final class JsonText {
  private JsonText() {}

  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
