package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.House;
import org.aboveboard.server.Options;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.WrappedStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An instance of before there were epochs.
final class OldFormTest {
  private static final byte[] WORDS = {7};

  private static House open(Path data) throws Exception {
    Path policy = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");
    return House.open(
        new Options(data, policy, Optional.empty(), false, 5, 0), new Folder(data).clock);
  }

  /// Leaves the folder as a release without epochs would have.
  private static byte[] leave(Path data) throws Exception {
    try (House house = open(data)) {
      house.subjects().enrol(List.of("u:kim", "u:lee"));
      Safe safe = house.safe();
      WrappedStore rows = new WrappedStore(house.pools());
      List<WrappedKey> now = rows.under(List.of(1), 0, 10);
      rows.replace(now, now.stream().map(row -> old(safe, row)).toList());
      assertThat(rows.epochs()).containsExactly(0);
      byte[] sealed = house.subjects().find("u:kim").orElseThrow().seal("words", WORDS);
      Files.delete(data.resolve("keys/epochs/1.key"));
      return sealed;
    }
  }

  private static WrappedKey old(Safe safe, WrappedKey row) {
    byte[] key = safe.wrap().unwrap(row.wrapped().array(), row.lookup()).getEncoded();
    return row.as(
        Seal.seal(safe.keyring().wrapping(), row.lookup().bytes(), key, new SecureRandom()));
  }

  @Test
  void itGoesOnAndIsTakenAlongByTheFirstRoll(@TempDir Path data) throws Exception {
    byte[] sealed = leave(data);
    try (House house = open(data)) {
      Subject kim = house.subjects().find("u:kim").orElseThrow();
      assertThat(kim.open("words", sealed)).isEqualTo(WORDS);
      assertThat(house.safe().epochs().newest().older()).isEqualTo(2);
      house.subjects().enrol(List.of("u:max"));
      assertThat(house.roll().roll()).isEqualTo(new Rolled.Done(2, 3, List.of(1)));
      assertThat(house.subjects().find("u:kim").orElseThrow().open("words", sealed))
          .isEqualTo(WORDS);
      assertThat(house.safe().epochs().newest().older()).isEqualTo(2);
    }
  }
}
