package org.aboveboard.server.ledger;

import static java.net.http.HttpResponse.BodyHandlers.limiting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.aboveboard.ledger.Hash;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.NoteSignature;
import org.aboveboard.ledger.tile.TileSource;
import org.aboveboard.ledger.tile.TiledTree;
import org.aboveboard.ledger.trust.Member;
import org.aboveboard.ledger.trust.TrustPolicy;
import org.aboveboard.ledger.witness.AddCheckpoint;

/// Those who cosign what is published, asked by the protocol of tlog-witness.
///
/// They are asked together and waited for as long as a request may take: a witness that does not
/// answer leaves its cosignature out, which everybody can see, and holds up nothing else.
final class Witnesses implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(900);
  private static final String SIZE_TYPE = "text/x.tlog.size";
  private static final int CONFLICT = 409;
  private static final long MOST_BYTES = 1 << 16;

  private final TrustPolicy trust;
  private final List<Member.Witness> asked;
  private final Map<String, Long> known = new ConcurrentHashMap<>();
  private final Map<String, String> said = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  Witnesses(TrustPolicy trust) {
    this.trust = trust;
    this.asked =
        trust.members().stream()
            .filter(Member.Witness.class::isInstance)
            .map(Member.Witness.class::cast)
            .filter(witness -> !witness.url().isEmpty())
            .toList();
  }

  TrustPolicy trust() {
    return trust;
  }

  List<String> hosts() {
    return asked.stream()
        .map(witness -> Optional.ofNullable(URI.create(witness.url()).getHost()))
        .flatMap(Optional::stream)
        .toList();
  }

  /// What each witness said last, in words.
  Map<String, String> said() {
    return Map.copyOf(said);
  }

  /// Whether the quorum has cosigned.
  boolean suffice(Note note) {
    return trust.verify(note) instanceof Verdict.Verified;
  }

  /// The checkpoint with the cosignatures that came in time; who has cosigned it is not asked
  /// again.
  Note cosign(Published published, TileSource tiles) {
    List<CompletableFuture<Optional<NoteSignature>>> answers =
        asked.stream()
            .filter(
                witness -> !(published.note().verify(witness.key()) instanceof Verdict.Verified))
            .map(witness ->
                CompletableFuture.supplyAsync(
                    () -> ask(witness, published, tiles), Thread.ofVirtual()::start))
            .toList();
    Note cosigned = published.note();
    for (var answer : answers) {
      cosigned = answer.join().map(cosigned::with).orElse(cosigned);
    }
    return cosigned;
  }

  private Optional<NoteSignature> ask(
      Member.Witness witness, Published published, TileSource tiles) {
    try {
      HttpResponse<String> answer = send(witness, published, tiles);
      if (answer.statusCode() == CONFLICT && size(answer).isPresent()) {
        known.put(witness.name(), size(answer).get());
        answer = send(witness, published, tiles);
      }
      return read(witness, published, answer);
    } catch (IOException | RuntimeException e) {
      said.put(witness.name(), "does not answer (" + e.getClass().getSimpleName() + ")");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private HttpResponse<String> send(Member.Witness witness, Published published, TileSource tiles)
      throws IOException, InterruptedException {
    long old = Math.min(known.getOrDefault(witness.name(), 0L), published.size());
    List<Hash> proof =
        old == 0 || old == published.size()
            ? List.of()
            : new TiledTree(tiles, published.size()).consistency(old).path();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
            .timeout(PATIENCE)
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    new AddCheckpoint(old, proof, published.note()).format()))
            .build();
    var answer =
        http.sendAsync(request, limiting(HttpResponse.BodyHandlers.ofString(), MOST_BYTES));
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      answer.cancel(true);
      throw new HttpTimeoutException("no whole answer in time");
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private static Optional<Long> size(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Content-Type")
        .filter(type -> type.startsWith(SIZE_TYPE))
        .flatMap(_ -> Checkpoint.size(answer.body().strip()));
  }

  /// The witness's own cosignature of this checkpoint; whatever else it sends is left out.
  private Optional<NoteSignature> read(
      Member.Witness witness, Published published, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      said.put(witness.name(), "refuses (" + answer.statusCode() + ")");
      return Optional.empty();
    }
    for (String line : answer.body().lines().limit(Note.MAX_SIGNATURES).toList()) {
      Optional<NoteSignature> own =
          NoteSignature.read(line)
              .filter(signature ->
                  new Note(published.note().text(), List.of(signature)).verify(witness.key())
                      instanceof Verdict.Verified);
      if (own.isPresent()) {
        known.put(witness.name(), published.size());
        said.put(witness.name(), "has cosigned " + published.size() + " entries");
        return own;
      }
    }
    said.put(witness.name(), "sends no cosignature of its own");
    return Optional.empty();
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
