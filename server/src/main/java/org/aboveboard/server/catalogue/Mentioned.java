package org.aboveboard.server.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.aboveboard.server.key.Keyring;

/// What an item is called here that only events name: a keyed digest of its id.
///
/// Such an id is what a person's event said and can be about nobody else, and a row that is deleted
/// stays in the database's files and log. So the id itself lies in the event alone, under its
/// person's key.
final class Mentioned {
  private static final Pattern FORM = Pattern.compile("~[A-Za-z0-9_-]{43}");

  private final Keyring keyring;

  Mentioned(Keyring keyring) {
    this.keyring = keyring;
  }

  String id(String id) {
    byte[] digest = keyring.mac("mentioned item", id.getBytes(StandardCharsets.UTF_8));
    return "~" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  static boolean is(String id) {
    return FORM.matcher(id).matches();
  }
}
