package org.aboveboard.server.seen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// One line of Linux's table of TCP sockets, `man 5 proc_net`.
record Socket(InetSocketAddress local, InetSocketAddress remote, String state, long number) {
  private static final String ESTABLISHED = "01";
  private static final String LISTEN = "0A";
  private static final int COLUMNS = 10;

  static Socket read(String line) {
    String[] column = line.strip().split("\\s+", -1);
    if (column.length < COLUMNS) {
      throw new IllegalArgumentException("This is no line of a table of sockets.");
    }
    return new Socket(address(column[1]), address(column[2]), column[3], Long.parseLong(column[9]));
  }

  boolean isEstablished() {
    return state.equals(ESTABLISHED);
  }

  boolean listens() {
    return state.equals(LISTEN);
  }

  /// The kernel prints an address as words of 32 bits in the machine's own order.
  private static InetSocketAddress address(String text) {
    int colon = text.indexOf(':');
    ByteBuffer words = ByteBuffer.wrap(HexFormat.of().parseHex(text, 0, colon));
    ByteBuffer bytes = ByteBuffer.allocate(words.capacity()).order(ByteOrder.nativeOrder());
    while (words.hasRemaining()) {
      bytes.putInt(words.getInt());
    }
    int port = HexFormat.fromHexDigits(text, colon + 1, text.length());
    try {
      return new InetSocketAddress(InetAddress.getByAddress(bytes.array()), port);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("This is no address.", e);
    }
  }
}
