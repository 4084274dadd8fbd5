package org.aboveboard.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.ledger.Tree;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.SignerKey;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all are read as a request of these very bytes, or are not read.
class AddCheckpointFuzzTest {
  @MethodSource("requests")
  @FuzzTest
  void aRequestHasOneForm(byte[] bytes) {
    switch (AddCheckpoint.parse(bytes)) {
      case AddCheckpoint.Read(var request) ->
          assertThat(request.format().getBytes(UTF_8)).isEqualTo(bytes);
      case AddCheckpoint.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  static Stream<Arguments> requests() {
    var note =
        SignerKey.of("example.com/log", new byte[32])
            .sign(new Checkpoint("example.com/log", 7, Tree.EMPTY).text());
    return Stream.of(
            new AddCheckpoint(0, List.of(), note).format(),
            new AddCheckpoint(3, List.of(Tree.EMPTY, Tree.EMPTY), note).format(),
            "old 01\n\n" + note.format())
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
