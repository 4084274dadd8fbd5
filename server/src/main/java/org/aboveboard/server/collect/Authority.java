package org.aboveboard.server.collect;

/// What the key that came with a request may do.
enum Authority {
  /// Public, since it sits in browsers: it only adds events.
  WRITE_KEY,
  /// The shop's own server: it is told what became of each message.
  SECRET_KEY
}
