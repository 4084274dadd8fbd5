package org.aboveboard.server.collect;

/// How much one request and one message may hold: the limits of the protocol we speak, so that what
/// its senders batch always fits.
record Limits(int bodyBytes, int messageBytes, int messages, int depth, int numberLength) {

  /// 500 KB a request, 32 KB a message, 2,500 messages.
  static final Limits PROTOCOL = new Limits(500 * 1024, 32 * 1024, 2_500, 64, 100);

  /// The longest message id that is told apart.
  static final int MESSAGE_ID = 100;

  /// The longest identifier or name.
  static final int IDENTIFIER = 256;
}
