package org.aboveboard.server.shop;

import io.quarkus.qute.RawString;
import java.util.Optional;

/// One item on a shelf.
///
/// @param by who made it, or nothing known
/// @param cover its picture, from [org.aboveboard.server.web.Cover#quiet]
/// @param reason one true sentence, where the shelf is personal
/// @param why path of the page that shows the sum behind the sentence
public record Card(
    String id,
    String title,
    String by,
    RawString cover,
    Optional<String> reason,
    Optional<String> why) {
  public static Card plain(String id, String title, String by, RawString cover) {
    return new Card(id, title, by, cover, Optional.empty(), Optional.empty());
  }
}
