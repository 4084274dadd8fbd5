package org.aboveboard.server.seen;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Where this process has a connection to at the moment, as Linux tells it under `/proc`.
///
/// `/proc/self/net/tcp` and `tcp6` list every connection of the machine with the number of its
/// socket, `/proc/self/fd` the sockets that are ours. Connections that others made to us, at a port
/// we listen on, do not count. It is a look, not a watch: what was open in between is not seen.
final class Egress {
  private static final String SOCKET = "socket:[";

  private final Path process;
  private final Predicate<InetSocketAddress> expected;

  /// @param process the folder of this process, `/proc/self`
  /// @param expected whom it may talk to
  Egress(Path process, Predicate<InetSocketAddress> expected) {
    this.process = process;
    this.expected = expected;
  }

  static Egress of(Predicate<InetSocketAddress> expected) {
    return new Egress(Path.of("/proc/self"), expected);
  }

  /// The addresses it is connected to and not expected to be; nothing where the machine does not
  /// tell.
  Optional<Set<String>> now() {
    try {
      Set<Long> ours = sockets();
      List<Socket> sockets = new ArrayList<>();
      for (String table : List.of("tcp", "tcp6")) {
        sockets.addAll(read(process.resolve("net").resolve(table)));
      }
      return Optional.of(
          elsewhere(sockets.stream().filter(s -> ours.contains(s.number())).toList()));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private Set<String> elsewhere(List<Socket> ours) {
    Set<Integer> open =
        ours.stream()
            .filter(Socket::listens)
            .map(socket -> socket.local().getPort())
            .collect(toUnmodifiableSet());
    Set<String> elsewhere = new TreeSet<>();
    ours.stream()
        .filter(Socket::isEstablished)
        .filter(socket -> !open.contains(socket.local().getPort()))
        .map(Socket::remote)
        .filter(expected.negate())
        .forEach(remote -> elsewhere.add(text(remote)));
    return elsewhere;
  }

  private static String text(InetSocketAddress remote) {
    String host = remote.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + remote.getPort();
  }

  private Set<Long> sockets() throws IOException {
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      return open.flatMap(file -> target(file).stream())
          .filter(target -> target.startsWith(SOCKET))
          .map(target -> Long.parseLong(target.substring(SOCKET.length(), target.length() - 1)))
          .collect(toUnmodifiableSet());
    }
  }

  /// What an open file is; nothing if it was closed meanwhile.
  private static Optional<String> target(Path file) {
    try {
      return Optional.of(Files.readSymbolicLink(file).toString());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// A machine without IPv6 has no second table.
  private static List<Socket> read(Path table) throws IOException {
    if (!Files.exists(table) && table.endsWith("tcp6")) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(table)) {
      return lines.skip(1).map(Socket::read).toList();
    }
  }
}
