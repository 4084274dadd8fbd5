package org.aboveboard.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.note.Cosigner;
import org.aboveboard.ledger.note.VerifierKey;
import org.aboveboard.ledger.witness.AddCheckpoint;
import org.aboveboard.ledger.witness.Judge;
import org.aboveboard.ledger.witness.Seen;

/// A running witness (c2sp.org/tlog-witness): takes checkpoints at `POST /add-checkpoint` and shows
/// what it cosigned last at `GET /<SHA-256 of the origin>/checkpoint`.
///
/// It listens on this machine alone; put a proxy with TLS before it to let others in.
public final class Witness implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Witness.class.getName());
  private static final Pattern SHOWN = Pattern.compile("/(?<digest>[0-9a-f]{64})/checkpoint");
  static final int MAX_AT_ONCE = 64;
  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService threads;
  private final FileMemory memory;
  private final Map<String, String> origins;
  private final Judge judge;
  private final Semaphore places = new Semaphore(MAX_AT_ONCE);

  private Witness(HttpServer server, FileMemory memory, Judge judge, Map<String, String> origins) {
    this.server = server;
    this.memory = memory;
    this.origins = origins;
    this.judge = judge;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
  }

  /// Starts a witness of these logs.
  ///
  /// @param port where it listens, or 0 for any free port
  /// @param folder what it has seen; one witness at a time may hold it
  public static Witness start(
      int port, Path folder, Cosigner key, List<VerifierKey> logs, InstantSource clock)
      throws IOException {
    var memory = FileMemory.open(folder);
    try {
      return start(port, memory, key, logs, clock);
    } catch (IOException e) {
      memory.close();
      throw e;
    }
  }

  /// Starts a witness whose folder is held already.
  static Witness start(
      int port, FileMemory memory, Cosigner key, List<VerifierKey> logs, InstantSource clock)
      throws IOException {
    var judge = new Judge(logs, key, memory, clock);
    var witness = new Witness(bound(port), memory, judge, origins(logs));
    witness.server.setExecutor(witness.threads);
    witness.server.createContext("/", witness::handle);
    witness.server.start();
    return witness;
  }

  private static HttpServer bound(int port) throws IOException {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      return HttpServer.create(address, BACKLOG);
    } catch (BindException e) {
      throw new IOException("port " + port + " is taken; choose another", e);
    }
  }

  /// Where it listens, without a slash at the end.
  public String address() {
    var bound = server.getAddress();
    return "http://" + bound.getHostString() + ":" + bound.getPort();
  }

  /// Ends the requests under way and lets go of the folder.
  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.close();
    memory.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!places.tryAcquire()) {
        Reply.BUSY.send(exchange);
        return;
      }
      try {
        reply(exchange).send(exchange);
      } finally {
        places.release();
      }
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    boolean isPost = exchange.getRequestMethod().equals("POST");
    boolean isGet = exchange.getRequestMethod().equals("GET");
    var shown = SHOWN.matcher(path);
    if (path.equals("/add-checkpoint")) {
      return isPost ? added(exchange) : Reply.WRONG_METHOD;
    }
    if (!shown.matches()) {
      return Reply.ABSENT;
    }
    return isGet ? shown(shown.group("digest")) : Reply.WRONG_METHOD;
  }

  private Reply added(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readNBytes(AddCheckpoint.MAX_BYTES + 1);
    if (body.length > AddCheckpoint.MAX_BYTES) {
      return Reply.TOO_LONG;
    }
    try {
      return Reply.of(judge.answer(body));
    } catch (IOException e) {
      return failed(e);
    }
  }

  private Reply shown(String digest) {
    var origin = origins.get(digest);
    if (origin == null) {
      return Reply.ABSENT;
    }
    try {
      return switch (memory.latest(origin)) {
        case Seen.Nothing _ -> Reply.ABSENT;
        case Seen.Latest(_, var note) -> Reply.of(note);
      };
    } catch (IOException e) {
      return failed(e);
    }
  }

  private static Reply failed(IOException e) {
    LOG.log(Level.ERROR, "The witness cannot use its folder: {0}", e.getMessage());
    return Reply.FAILED;
  }

  private static Map<String, String> origins(List<VerifierKey> logs) {
    return logs.stream()
        .map(VerifierKey::name)
        .distinct()
        .collect(
            Collectors.toUnmodifiableMap(
                origin -> Hash.sha256(origin.getBytes(UTF_8)).hex(), origin -> origin));
  }
}
