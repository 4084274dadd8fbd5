package org.aboveboard.server.subject;

import java.nio.charset.StandardCharsets;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.key.Lookup;

/// The key under which records that name nobody are sealed: the instance's own, nobody's.
public final class Anonymous {
  private final Subject subject;

  public Anonymous(Keyring keyring) {
    Lookup nobody = Lookup.stored(keyring.mac("nobody", "nobody".getBytes(StandardCharsets.UTF_8)));
    this.subject = new Subject(0, nobody, keyring.key("anonymous records"));
  }

  public Subject subject() {
    return subject;
  }
}
