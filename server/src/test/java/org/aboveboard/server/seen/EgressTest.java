package org.aboveboard.server.seen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.aboveboard.server.sql.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class EgressTest {
  private static final String HEAD =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";

  @TempDir private Path process;

  private void open(long... sockets) throws IOException {
    Path folder = Files.createDirectories(process.resolve("fd"));
    for (long socket : sockets) {
      Files.createSymbolicLink(folder.resolve("" + socket), Path.of("socket:[" + socket + "]"));
    }
    Files.createSymbolicLink(folder.resolve("a-file"), process.resolve("a-file"));
  }

  private void table(String name, String... lines) throws IOException {
    Files.createDirectories(process.resolve("net"));
    Files.writeString(process.resolve("net").resolve(name), HEAD + String.join("\n", lines) + "\n");
  }

  private static String line(String local, String remote, String state, long number) {
    return "   0: "
        + local
        + " "
        + remote
        + " "
        + state
        + " 00000000:00000000 00:00000000 00000000     0        0 "
        + number
        + " 1 0 20 4 30 10 -1";
  }

  /// These tables are as a little-endian machine prints them.
  @Test
  @EnabledOnOs(
      value = OS.LINUX,
      architectures = {"amd64", "aarch64"})
  void anOpenConnectionOfOursIsToldByItsAddress() throws IOException {
    open(11, 12, 13, 14, 15);
    table(
        "tcp",
        line("0100007F:1F90", "00000000:0000", "0A", 11),
        // somebody else's request to us
        line("0100007F:1F90", "0A0A0A0A:C001", "01", 12),
        line("0200A8C0:D002", "077100CB:01BB", "01", 13),
        // over, or not ours
        line("0200A8C0:D003", "087100CB:01BB", "06", 14),
        line("0200A8C0:D004", "097100CB:01BB", "01", 99));
    table(
        "tcp6",
        line(
            "B80D0120000000000000000001000000:D005",
            "B80D0120000000000000000002000000:0050",
            "01",
            15));
    assertThat(new Egress(process, _ -> false).now())
        .contains(Set.of("203.0.113.7:443", "[2001:db8:0:0:0:0:0:2]:80"));
  }

  @Test
  void aMachineThatDoesNotTellIsNotAskedTwice() {
    assertThat(new Egress(process.resolve("nothing"), _ -> false).now()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aRealConnectionIsSeenWhileItIsOpenAndFromTheOneEndAlone() throws IOException {
    Egress egress = Egress.of(address -> address.getAddress().getHostAddress().equals("127.0.0.1"));
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
      String address = "127.0.0.2:" + server.getLocalPort();
      try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
          Socket accepted = server.accept()) {
        assertThat(client.isConnected() && accepted.isConnected()).isTrue();
        assertThat(egress.now().orElseThrow()).containsExactly(address);
      }
      assertThat(egress.now().orElseThrow()).doesNotContain(address);
    }
  }

  @Test
  void theDatabaseIsExpectedWhereverItsAddressLeads() throws IOException {
    Expected expected =
        Expected.of(
            new Address(
                "jdbc:postgresql://192.0.2.4:5432,[2001:db8::9]:5432/shop?user=a", "a", ""));
    assertThat(expected.hosts()).isEqualTo(List.of("192.0.2.4", "2001:db8::9"));
    assertThat(expected.test(at("192.0.2.4"))).isTrue();
    assertThat(expected.test(at("2001:db8::9"))).isTrue();
    assertThat(expected.test(at("127.0.0.9"))).isTrue();
    assertThat(expected.test(at("192.0.2.5"))).isFalse();
  }

  private static InetSocketAddress at(String host) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(host), 5432);
  }
}
