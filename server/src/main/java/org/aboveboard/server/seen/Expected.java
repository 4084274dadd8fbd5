package org.aboveboard.server.seen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aboveboard.server.sql.Address;

/// Whom this server is expected to talk to: this machine, the machines of its database, and whoever
/// else it is told of.
record Expected(List<String> hosts) implements Predicate<InetSocketAddress> {
  private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]+).*");

  static Expected of(Address database) {
    Matcher url = HOSTS.matcher(database.url());
    return new Expected(
        Stream.of((url.matches() ? url.group(1) : "localhost").split(",", -1))
            .map(one -> one.replaceAll(":\\d+$", "").replaceAll("[\\[\\]]", ""))
            .toList());
  }

  /// The same, and these hosts.
  Expected and(List<String> more) {
    return new Expected(Stream.concat(hosts.stream(), more.stream()).toList());
  }

  @Override
  public boolean test(InetSocketAddress remote) {
    return remote.getAddress().isLoopbackAddress()
        || hosts.stream().flatMap(Expected::addresses).anyMatch(remote.getAddress()::equals);
  }

  /// Asked anew each time, since a name may move to another machine.
  private static Stream<InetAddress> addresses(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host));
    } catch (UnknownHostException _) {
      return Stream.empty();
    }
  }
}
