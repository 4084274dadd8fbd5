package org.aboveboard.server.web;

import java.util.Optional;

/// What the last press did, in one line, with the way to change it.
public record Said(String words, Optional<Link> change) {
  public static Said of(String words) {
    return new Said(words, Optional.empty());
  }

  public static Said of(String words, Link change) {
    return new Said(words, Optional.of(change));
  }
}
