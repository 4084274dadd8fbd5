package org.aboveboard.server.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WrapTest {
  @TempDir Path path;
  private Safe safe;
  private Lookup kim;
  private SecretKey key;

  @BeforeEach
  void open() throws Exception {
    safe = new Folder(path).open();
    safe.epochs().first(0);
    kim = safe.keyring().lookup("u:kim");
    key = safe.wrap().draw();
  }

  private byte[] wrapped() {
    return safe.wrap().wrap(key, kim, safe.epochs().newest());
  }

  @Test
  void aWrappedKeyOpensForItsOwnLookupAlone() {
    assertThat(safe.wrap().unwrap(wrapped(), kim)).isEqualTo(key);
    Lookup lee = safe.keyring().lookup("u:lee");
    assertThatThrownBy(() -> safe.wrap().unwrap(wrapped(), lee))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anotherLookupOfTheSameShardOpensNothing() {
    byte[] digest = kim.bytes().clone();
    digest[31] ^= 1;
    Lookup near = Lookup.stored(digest);
    assertThat(Epoch.shardOf(near)).isEqualTo(Epoch.shardOf(kim));
    assertThatThrownBy(() -> safe.wrap().unwrap(wrapped(), near))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void everyShardAndEveryEpochHasAKeyOfItsOwn() {
    Epoch one = safe.epochs().newest();
    Epoch two = safe.epochs().next();
    assertThat(one.shard(1)).isEqualTo(one.shard(1)).isNotEqualTo(one.shard(2));
    assertThat(two.shard(1)).isNotEqualTo(one.shard(1));
  }

  @Test
  void anEpochWrittenIntoTheHeadOpensNothing() {
    byte[] wrapped = wrapped();
    safe.epochs().next();
    System.arraycopy(Wrap.head(2), 0, wrapped, 0, 5);
    assertThat(Wrap.epochOf(wrapped)).isEqualTo(2);
    assertThatThrownBy(() -> safe.wrap().unwrap(wrapped, kim))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("altered or moved");
  }

  @Test
  void anyFlippedBitShows() {
    byte[] wrapped = wrapped();
    for (int bit = 0; bit < wrapped.length * Byte.SIZE; bit++) {
      byte[] other = wrapped.clone();
      other[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertThatThrownBy(() -> safe.wrap().unwrap(other, kim))
          .as("bit %d", bit)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anotherInstancesKeyFolderOpensNothing(@TempDir Path elsewhere) throws Exception {
    Safe other = new Folder(elsewhere).open();
    other.epochs().first(0);
    byte[] wrapped = wrapped();
    assertThatThrownBy(() -> other.wrap().unwrap(wrapped, kim))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatWasWrappedBeforeThereWereEpochsOpens() {
    byte[] old =
        Seal.seal(safe.keyring().wrapping(), kim.bytes(), key.getEncoded(), new SecureRandom());
    assertThat(Wrap.epochOf(old)).isEqualTo(Wrap.BEFORE);
    assertThat(safe.wrap().unwrap(old, kim)).isEqualTo(key);
  }

  @Test
  void aFingerprintTellsKeysApart() {
    assertThat(Wrap.fingerprint(key))
        .isEqualTo(Wrap.fingerprint(key))
        .isNotEqualTo(Wrap.fingerprint(safe.wrap().draw()));
  }
}
