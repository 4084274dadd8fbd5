package org.aboveboard.ledger.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A log's folder under failures of the disk and kills of the process, one at each system call of
/// an append that fills a tile: `strace` injects them.
class CrashTest {
  private static final int BEFORE = 250;
  private static final int AFTER = 300;
  private static final int IN_CI = 110;
  private static final List<String> FAILURES =
      List.of("error=EIO", "error=ENOSPC", "signal=SIGKILL");
  private static final String CALLS = "openat,write,fdatasync,fsync,rename,mkdir,unlink,close";
  private static final Pattern CALL = Pattern.compile("^([0-9]+) +([a-z]+)\\(.*");

  @TempDir Path path;

  private record Point(String call, int time, String failure) {
    String inject() {
      return "inject=" + call + ":" + failure + ":when=" + time;
    }
  }

  @Test
  void aFailureAtSomeSystemCallsLosesNothing() throws IOException {
    var points = points();
    int step = Math.max(1, points.size() / IN_CI);
    survive(IntStream.range(0, points.size()).filter(i -> i % step == 0).mapToObj(points::get));
  }

  @Test
  @Tag("full")
  void aFailureAtAnySystemCallLosesNothing() throws IOException {
    survive(points().stream());
  }

  /// A kill loses nothing that was written; a power cut may. So the order of the calls counts: a
  /// file is flushed before it gets its name, and all folders before the checkpoint is named.
  @Test
  void nothingIsNamedBeforeTheDiskHasIt() throws IOException {
    var touched = paths();
    var place = Files.createTempDirectory(path, "order");
    assertThat(run(place, touched, List.of("-y"))).isZero();
    var order = new Order();
    Files.readAllLines(place.resolve("trace")).forEach(order::follow);
    assertThat(order.named).hasSize(6).last().asString().endsWith("/log/checkpoint");
    assertThat(order.waiting).isEmpty();
  }

  /// What is on the disk for sure, as far as a trace goes.
  private static final class Order {
    private static final Pattern WRITE = Pattern.compile("write\\([0-9]+<([^>]*)>.*");
    private static final Pattern SYNC = Pattern.compile("f(?:data)?sync\\([0-9]+<([^>]*)>.* = 0");
    private static final Pattern NAME = Pattern.compile("rename\\(\"(.*)\", \"(.*)\"\\).* = 0");
    private static final Pattern FOLDER = Pattern.compile("mkdir\\(\"(.*)\".* = 0");

    private final Set<Path> waiting = new HashSet<>();
    private final List<Path> named = new ArrayList<>();

    private void follow(String line) {
      var call = line.replaceFirst("^[0-9]+ +", "");
      WRITE.matcher(call).results().forEach(match -> waiting.add(Path.of(match.group(1))));
      SYNC.matcher(call).results().forEach(match -> waiting.remove(Path.of(match.group(1))));
      FOLDER.matcher(call).results().forEach(match -> changed(Path.of(match.group(1))));
      NAME.matcher(call).results().forEach(this::rename);
    }

    private void rename(MatchResult match) {
      assertThat(waiting).as(match.group()).doesNotContain(Path.of(match.group(1)));
      if (match.group(2).endsWith("/checkpoint")) {
        assertThat(waiting).as("before the checkpoint is named").isEmpty();
      }
      changed(Path.of(match.group(2)));
      named.add(Path.of(match.group(2)));
    }

    private void changed(Path file) {
      waiting.add(file.resolveSibling("x").resolve("..").normalize());
    }
  }

  private void survive(Stream<Point> points) throws IOException {
    var paths = paths();
    var codes = points.parallel().map(point -> survive(point, paths)).sorted().distinct().toList();
    assertThat(codes).contains(4, 137).isSubsetOf(0, 4, 137);
  }

  private int survive(Point point, List<String> paths) {
    try {
      var place = Files.createTempDirectory(path, "point");
      int code = run(place, paths, List.of("-e", point.inject()));
      assertShownIsWhole(place.resolve("log"), point);
      Logs.grow(place.resolve("log"), AFTER);
      assertThat(Logs.shown(TileFolder.open(place.resolve("log")))).isEqualTo(AFTER);
      assertShownIsWhole(place.resolve("log"), point);
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(point.inject(), e);
    }
  }

  private static void assertShownIsWhole(Path log, Point point) throws IOException {
    var folder = TileFolder.open(log);
    var shown = Logs.read(folder.checkpoint().orElseThrow());
    assertThat(Audit.of(folder, shown))
        .as(point.inject())
        .isEqualTo(new Audit.Clean(shown.size(), shown.root()));
  }

  /// Each call of the append that touches the log, once for each failure.
  private List<Point> points() throws IOException {
    var place = Files.createTempDirectory(path, "count");
    assertThat(run(place, paths(), List.of())).isZero();
    Map<String, Integer> counts = new TreeMap<>();
    for (var line : Files.readAllLines(place.resolve("trace"))) {
      var call = CALL.matcher(line);
      if (call.matches()) {
        counts.merge(call.group(2), 1, Integer::sum);
      }
    }
    assertThat(counts).containsKeys("openat", "write", "fdatasync", "fsync", "rename", "close");
    return counts.entrySet().stream()
        .flatMap(call ->
            IntStream.rangeClosed(1, call.getValue())
                .boxed()
                .flatMap(
                    time -> FAILURES.stream().map(what -> new Point(call.getKey(), time, what))))
        .toList();
  }

  /// All that the append touches, below the log's folder.
  private List<String> paths() throws IOException {
    assumeTrue(isAtHand(), "skipped: strace is not at hand, or may not trace");
    var place = Files.createTempDirectory(path, "paths");
    assertThat(run(place, List.of(), List.of())).isZero();
    var named = Pattern.compile(Pattern.quote(place.resolve("log").toString()) + "([^\"]*)\"");
    return Files.readAllLines(place.resolve("trace")).stream()
        .flatMap(line -> named.matcher(line).results())
        .map(match -> match.group(1))
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean isAtHand() {
    try {
      return new ProcessBuilder("strace", "-o", "/dev/null", "true").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Appends in a process of its own under strace, to a log that stands at [#BEFORE] entries.
  private static int run(Path place, List<String> paths, List<String> more) throws IOException {
    var log = place.resolve("log");
    Logs.grow(log, BEFORE);
    var command = new ArrayList<>(List.of("strace", "-f", "-e", "trace=" + CALLS));
    command.addAll(List.of("-o", place.resolve("trace").toString()));
    paths.forEach(touched -> command.addAll(List.of("-P", log + touched)));
    command.addAll(more);
    command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classes()));
    command.add(Grow.class.getName());
    command.addAll(List.of(place.resolve("trial").toString(), log.toString(), "" + AFTER));
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String classes() {
    return Stream.of("classes", "test-classes")
        .map(folder -> Path.of("target", folder).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
