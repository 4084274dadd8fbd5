package org.aboveboard.models;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Takes rows in and out, and publishes the model they make.
///
/// One thread at a time may use it; any number may read the snapshots, [#pending] and [#leverage].
///
/// The integers change at once and are exact. The live inverse follows when it is published: by a
/// low-rank change, one term for each row that differs, or by fitting it again from the integers
/// where that is cheaper, or where rounding has begun to show. Terms lie beside the inverse until
/// they are written in: by a [Settling] while nobody waits, or at the latest when they are many.
public final class Learner implements Incremental {
  private static final double DRIFT = 1e-13;
  private static final int REBUILD_RATIO = 10;
  private static final int TERMS_TO_SETTLE = 8;
  private static final double GROWTH_TO_SETTLE = 100;
  private static final int MOST_TERMS = 32;
  private static final double MOST_GROWTH = 10_000;

  private final Settings settings;
  private final int rebuildRatio;
  private final Kernel kernel = Kernel.best();
  private final Corpus corpus = new Corpus();
  private final Map<Row, Integer> net = new LinkedHashMap<>();
  private final RowDigests digests = new RowDigests();
  private Gram gram = new Gram();
  private boolean isSteady = true;
  private final AtomicLong rebuilds = new AtomicLong();
  private int[] wanted = {};
  private long wantedAt;
  private long turn;
  private final AtomicLong pending = new AtomicLong();
  private Optional<Settling> settling = Optional.empty();
  private volatile Snapshot published = Snapshot.empty(0);

  /// A learner that has seen nothing.
  public Learner(Settings settings) {
    this(settings, REBUILD_RATIO);
  }

  /// A learner that fits again when the terms times `rebuildRatio` outnumber the items.
  Learner(Settings settings, int rebuildRatio) {
    this.settings = settings;
    this.rebuildRatio = rebuildRatio;
  }

  @Override
  public void replace(Row before, Row after) {
    if (before.equals(after)) {
      return;
    }
    gram.check(after);
    if (!corpus.remove(before)) {
      throw new IllegalArgumentException("the row to replace is not in the model");
    }
    openNew(after);
    corpus.add(after);
    gram.add(before, -1);
    gram.add(after, 1);
    digests.forget(before);
    digests.forget(after);
    note(before, -1);
    note(after, 1);
    pending.incrementAndGet();
  }

  private void note(Row row, int times) {
    if (row.size() > 0) {
      net.merge(row, times, Corpus::sum);
    }
  }

  private void openNew(Row row) {
    for (int k = 0; k < row.size(); k++) {
      int item = row.item(k);
      boolean isNew = corpus.holders(item) == 0 && gram.slot(item) < 0;
      if (isNew && gram.size() < settings.largest()) {
        gram.open(item);
      }
    }
  }

  /// Brings the live weights up to the integers and publishes them under a number.
  @Override
  public Snapshot publish(long version) {
    countWanted();
    Weights weights = changed().orElseGet(this::rebuilt);
    int[] tail = corpus.tail(settings.largest());
    var snapshot =
        new Snapshot(
            version,
            published.head().of(gram.items()),
            weights,
            gram.holders(),
            new Index(tail),
            corpus.holders(tail));
    net.clear();
    pending.set(0);
    published = snapshot;
    return snapshot;
  }

  private void countWanted() {
    boolean isAll = corpus.items() <= settings.largest();
    if (!isAll || corpus.itemChanges() != wantedAt) {
      wanted = corpus.head(settings.largest());
      wantedAt = corpus.itemChanges();
    }
  }

  /// The live weights after a low-rank change, unless fitting again is cheaper or safer.
  private Optional<Weights> changed() {
    Weights base = published.weights();
    int held = gram.size();
    int[] kept = slots(held, slot -> isIn(wanted, gram.item(slot)));
    int[] leaving =
        slots(held, slot -> !isIn(wanted, gram.item(slot)) && corpus.holders(gram.item(slot)) > 0);
    int[] entering = Arrays.stream(wanted).filter(item -> gram.slot(item) < 0).toArray();
    int rank = net.size() + leaving.length + entering.length;
    if (rank == 0 && kept.length == base.size() && held == base.size()) {
      return Optional.of(base);
    }
    if (!isSteady || rank * rebuildRatio > wanted.length) {
      return Optional.empty();
    }
    var change = new LowRank(base, held, held + entering.length, settings.lambda());
    boolean isSafe = changeRows(change) && changeHead(change, kept, leaving, entering);
    return isSafe ? apply(change, kept, entering.length) : Optional.empty();
  }

  private static int[] slots(int size, IntPredicate chosen) {
    return IntStream.range(0, size).filter(chosen).toArray();
  }

  private static boolean isIn(int[] ascending, int item) {
    return Arrays.binarySearch(ascending, item) >= 0;
  }

  /// Rows come in before others go out, so that the matrix stays positive definite throughout.
  private boolean changeRows(LowRank change) {
    net.forEach((row, times) -> {
      if (times > 0) {
        change.add(gram.sparse(row), times);
      }
    });
    return net.entrySet().stream()
        .filter(entry -> entry.getValue() < 0)
        .allMatch(entry -> change.remove(gram.sparse(entry.getKey()), -entry.getValue()));
  }

  private boolean changeHead(LowRank change, int[] kept, int[] leaving, int[] entering) {
    for (int slot : leaving) {
      change.leave(slot);
    }
    int first = gram.size();
    for (int item : entering) {
      gram.enter(item, corpus);
      int slot = gram.slot(item);
      Sparse column = gram.column(slot, with(kept, first, slot));
      if (!change.enter(slot, column, gram.get(slot, slot) + settings.lambda())) {
        return false;
      }
    }
    return true;
  }

  private static int[] with(int[] kept, int from, int to) {
    return IntStream.concat(Arrays.stream(kept), IntStream.range(from, to)).toArray();
  }

  private Optional<Weights> apply(LowRank change, int[] kept, int entered) {
    Terms terms = change.terms(kernel);
    Weights base = published.weights();
    boolean isSameItems = kept.length == base.size() && gram.size() == base.size();
    boolean isShort = terms.count() <= MOST_TERMS && terms.growth() <= MOST_GROWTH;
    if (isSameItems && isShort) {
      return Optional.of(base.with(terms, settings));
    }
    stopSettling();
    int[] left = with(kept, gram.size() - entered, gram.size());
    double[][] inverse = change.apply(left, kernel, settings.threads());
    if (left.length < gram.size()) {
      gram = gram.select(Arrays.stream(left).map(gram::item).toArray());
    }
    var weights = new Weights(inverse, Terms.none(), settings);
    return isNear(weights) ? Optional.of(weights) : Optional.empty();
  }

  private boolean isNear(Weights weights) {
    return Residual.of(gram, settings.lambda(), weights, turn++, kernel) <= DRIFT;
  }

  /// The weights fitted again; where rounding shows even then, they are fitted every time.
  private Weights rebuilt() {
    rebuilds.incrementAndGet();
    stopSettling();
    gram = covering(wanted).select(wanted);
    var inverse = Canonical.invert(gram, wanted, settings.lambda(), settings.threads());
    var weights = new Weights(inverse, Terms.none(), settings);
    isSteady = isNear(weights);
    return weights;
  }

  /// Work that may be done beside this learner and then handed to [#settle]: writing the published
  /// terms into the matrix. Empty while they are few.
  public Optional<Settling> settling() {
    stopSettling();
    settling =
        Optional.of(published.weights())
            .filter(weights -> isDue(weights.terms()))
            .map(weights -> new Settling(weights, settings, kernel));
    return settling;
  }

  private static boolean isDue(Terms terms) {
    return terms.count() >= TERMS_TO_SETTLE || terms.growth() > GROWTH_TO_SETTLE;
  }

  /// Takes the written matrix over, unless another was made meanwhile. To be called when nothing is
  /// [#pending]. Where rounding shows in it, the next publication fits again.
  public void settle(Settling done) {
    done.under(published.weights())
        .ifPresent(weights -> {
          isSteady = isNear(weights);
          published = published.on(weights);
        });
    stopSettling();
  }

  private void stopSettling() {
    settling.ifPresent(Settling::stop);
    settling = Optional.empty();
  }

  /// Counts that have a slot for each of these items.
  private Gram covering(int[] items) {
    boolean isCounted = Arrays.stream(items).allMatch(item -> gram.slot(item) >= 0);
    return isCounted ? gram : Gram.count(corpus, items);
  }

  /// The last published model.
  public Snapshot snapshot() {
    return published;
  }

  /// How many rows were replaced since the last publication.
  public long pending() {
    return pending.get();
  }

  /// How often the weights were fitted again rather than changed.
  public long rebuilds() {
    return rebuilds.get();
  }

  /// The leverage x'Px of a row on the published model: the exact share it has in its own
  /// prediction.
  public double leverage(Row row) {
    Snapshot now = published;
    double sum = 0;
    for (int a = 0; a < row.size(); a++) {
      int i = now.head().slot(row.item(a));
      for (int b = 0; b < row.size() && i >= 0; b++) {
        int j = now.head().slot(row.item(b));
        sum += j < 0 ? 0 : row.weight(a) * row.weight(b) * now.weights().inverse(i, j);
      }
    }
    return sum;
  }

  /// The weights fitted from the integers as they are now, with the same bits for any number of
  /// threads.
  public Canonical canonical(int threads) {
    int[] items = corpus.head(settings.largest());
    return Canonical.fit(covering(items), items, settings, threads);
  }

  /// SHA-256 of the integers as they are now: for each item, ascending, the SHA-256 of its
  /// big-endian triples (item, item not above it, sum), by ascending items, zeros left out; then
  /// for each item of the tail, ascending, (item, item, rows that hold it).
  public byte[] gramDigest() {
    MessageDigest digest = Sha256.begin();
    int[] items = corpus.head(settings.largest());
    digests.feed(covering(items), items, corpus.items() <= settings.largest(), digest);
    int[] tail = corpus.tail(settings.largest());
    Arrays.sort(tail);
    var buffer = ByteBuffer.allocate(3 * Integer.BYTES);
    for (int item : tail) {
      buffer.clear().putInt(item).putInt(item).putInt(corpus.holders(item));
      digest.update(buffer.flip());
    }
    return digest.digest();
  }
}
