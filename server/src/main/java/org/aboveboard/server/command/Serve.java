package org.aboveboard.server.command;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.Running;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.ledger.Ledger;

/// `serve`: answers over HTTP until it is stopped.
///
/// Until there are keys it can be reached from this machine alone.
final class Serve implements Command {
  static final Option PORT = Option.setting("port", "N", "where it answers; 8080");
  private static final int USUAL_PORT = 8080;

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public String line() {
    return "answers over HTTP until it is stopped";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Instance.OPTIONS);
    options.add(PORT);
    options.add(
        Option.of("origin", "NAME", "what this ledger is called, once and for good: host/path"));
    options.add(Option.setting("host", "ADDRESS", "whom it listens to; 127.0.0.1 is this machine"));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    arguments.noWords();
    InetSocketAddress address = address(arguments);
    Options options = Instance.options(arguments, terminal);
    nameLedger(arguments, options);
    House house = Instance.open(options, terminal);
    try {
      refuseStrangers(address, Keys.of(house.pools(), house.clock()));
    } catch (Complaint complaint) {
      house.close();
      throw complaint;
    }
    return serve(house, address, () -> ready(address, terminal));
  }

  private static void nameLedger(Arguments arguments, Options options)
      throws Complaint, IOException {
    Optional<String> origin = arguments.text("origin");
    if (origin.isPresent()
        && !origin.get().matches("[a-z0-9][a-z0-9.-]{0,120}(/[a-z0-9._-]{1,60})*")) {
      throw new Complaint(
          "The ledger's name is no host and path.", "Write it like shop.example/ledger.");
    }
    if (origin.isPresent() && !Ledger.name(options.data().resolve("ledger"), origin.get())) {
      throw new Complaint(
          "This ledger has another name, by which its readers know it.", "Leave --origin out.");
    }
  }

  private static void ready(InetSocketAddress address, Terminal terminal) {
    terminal.say("Ready after %.1f s: %s", terminal.seconds(), url(address));
    terminal.say("API %s/docs, health %s/health. Ctrl-C stops it.", url(address), url(address));
  }

  static String url(InetSocketAddress address) {
    String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
  }

  /// Where to listen; refused when somebody else listens there already.
  static InetSocketAddress address(Arguments arguments) throws Complaint {
    int port = arguments.whole("port", USUAL_PORT, 1, 65_535);
    String host = arguments.text("host").orElse("127.0.0.1");
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(host), port);
      socket.bind(address);
      return address;
    } catch (UnknownHostException e) {
      throw new Complaint(
          "--host is no address of this machine.", "Write --host 127.0.0.1 or --host 0.0.0.0.");
    } catch (IOException e) {
      throw new Complaint(
          "Port " + port + " on " + host + " cannot be had: " + e.getMessage() + ".",
          "Stop what uses it, or write --port " + (port < 65_535 ? port + 1 : 8080) + ".");
    }
  }

  private static void refuseStrangers(InetSocketAddress address, Keys keys) throws Complaint {
    if (!address.getAddress().isLoopbackAddress() && !keys.any()) {
      throw new Complaint(
          "There are no keys yet, so anybody who can reach this machine could do anything.",
          "Make a key first with ./aboveboard key create secret and the same --data, then start again.");
    }
  }

  /// Serves an open house until the end; closes it last.
  static int serve(House house, InetSocketAddress address, Runnable greeting) {
    System.setProperty("quarkus.http.host", address.getAddress().getHostAddress());
    System.setProperty("quarkus.http.port", Integer.toString(address.getPort()));
    Running.take(house);
    Serving.greet(greeting);
    int[] code = {Main.DONE};
    Quarkus.run(Serving.class, (exit, _) -> code[0] = exit);
    house.close();
    return code[0];
  }
}
