package org.aboveboard.server.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The wire between a house and its PostgreSQL, that can break at a commit: it reads what the
/// driver sends, and where a pool's connection of one role says COMMIT, it does what it is told.
public final class Wire implements AutoCloseable {
  private static final int COMMITTED = 'C';

  private final ServerSocket door;
  private final int port;
  private final String naming;
  private final Supplier<Break> breaks;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /// What happens at a commit.
  public enum Break {
    /// nothing
    NONE,
    /// the server never gets it
    BEFORE,
    /// the server has it, and both sides hear nothing more
    SENT,
    /// the server has answered that it is committed, and the answer is lost
    AFTER
  }

  private Wire(ServerSocket door, int port, String role, Supplier<Break> breaks) {
    this.door = door;
    this.port = port;
    this.naming = "SET application_name = '" + role + "'";
    this.breaks = breaks;
  }

  /// A wire to the server on this port of this machine.
  ///
  /// @param role whose pooled connections break
  public static Wire to(int port, String role, Supplier<Break> breaks) throws IOException {
    Wire wire =
        new Wire(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()), port, role, breaks);
    Thread.ofVirtual().start(wire::accept);
    return wire;
  }

  public int port() {
    return door.getLocalPort();
  }

  private void accept() {
    try {
      while (!door.isClosed()) {
        Socket client = door.accept();
        Socket server = new Socket();
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        new Line(client, server).start();
      }
    } catch (IOException _) {
      // closed
    }
  }

  /// One connection.
  private final class Line {
    private final Socket client;
    private final Socket server;
    private final Map<String, Boolean> commits = new ConcurrentHashMap<>();
    private boolean isOfRole;
    private volatile boolean isDeaf;

    Line(Socket client, Socket server) {
      this.client = client;
      this.server = server;
      open.add(client);
      open.add(server);
    }

    void start() {
      Thread.ofVirtual().start(() -> run(this::answers));
      Thread.ofVirtual().start(() -> run(this::questions));
    }

    private void run(Pump pump) {
      try {
        pump.run();
      } catch (IOException _) {
        // one side has ended
      } finally {
        end();
      }
    }

    private void end() {
      for (Closeable side : new Closeable[] {client, server}) {
        try {
          side.close();
        } catch (IOException _) {
          // it has ended
        }
      }
      open.remove(client);
      open.remove(server);
    }

    private void questions() throws IOException {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(server.getOutputStream());
      // the request for TLS, and what begins a session, have no type
      byte[] first = body(in);
      pass(out, first);
      boolean isRequest = first.length == 4;
      byte[] session = isRequest ? body(in) : first;
      if (isRequest) {
        pass(out, session);
      }
      while (true) {
        int type = in.readByte();
        byte[] body = body(in);
        // a pool names itself once the session has begun; who listens on a connection of its own
        // does not
        isOfRole = isOfRole || (type == 'Q' && text(body, 0).equals(naming));
        Break at = isCommit(type, body) && isOfRole ? breaks.get() : Break.NONE;
        if (at == Break.BEFORE) {
          end();
          return;
        }
        isDeaf = isDeaf || at == Break.AFTER;
        out.writeByte(type);
        pass(out, body);
        if (at == Break.SENT) {
          // the rest of the message, so that the server does it
          out.writeByte(in.readByte());
          pass(out, body(in));
          end();
          return;
        }
      }
    }

    /// Whether it executes a COMMIT: the driver names the statement once and then only binds it.
    private boolean isCommit(int type, byte[] body) {
      switch (type) {
        case 'P' ->
            commits.put(text(body, 0), text(body, text(body, 0).length() + 1).equals("COMMIT"));
        case 'B' -> {
          return commits.getOrDefault(text(body, text(body, 0).length() + 1), false);
        }
        default -> {}
      }
      return false;
    }

    private void answers() throws IOException {
      DataInputStream in = new DataInputStream(server.getInputStream());
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      // the answer to the request for TLS is one letter
      out.writeByte(in.readByte());
      while (true) {
        int type = in.readByte();
        byte[] body = body(in);
        if (isDeaf && type == COMMITTED && text(body, 0).equals("COMMIT")) {
          end();
          return;
        }
        if (!isDeaf) {
          out.writeByte(type);
          pass(out, body);
        }
      }
    }
  }

  private interface Pump {
    void run() throws IOException;
  }

  private static byte[] body(DataInputStream in) throws IOException {
    byte[] body = new byte[in.readInt() - Integer.BYTES];
    in.readFully(body);
    return body;
  }

  private static void pass(DataOutputStream out, byte[] body) throws IOException {
    out.write(
        ByteBuffer.allocate(Integer.BYTES + body.length)
            .putInt(Integer.BYTES + body.length)
            .put(body)
            .array());
    out.flush();
  }

  private static String text(byte[] body, int from) {
    int to = from;
    while (to < body.length && body[to] != 0) {
      to++;
    }
    return new String(Arrays.copyOfRange(body, from, to), UTF_8);
  }

  @Override
  public void close() throws IOException {
    door.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
