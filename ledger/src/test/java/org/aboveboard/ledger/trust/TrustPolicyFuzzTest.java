package org.aboveboard.ledger.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.aboveboard.ledger.note.SignerKey;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes at all are read as a policy that reads the same again, or are not read.
class TrustPolicyFuzzTest {
  private static final String KEY =
      SignerKey.of("example.com/log", new byte[32]).verifier().format();

  @MethodSource("policies")
  @FuzzTest
  void whatIsReadIsWrittenSoThatItReadsTheSame(byte[] bytes) {
    switch (TrustPolicy.parse(bytes)) {
      case TrustPolicy.Read(var policy) ->
          assertThat(TrustPolicy.parse(policy.format())).isEqualTo(new TrustPolicy.Read(policy));
      case TrustPolicy.Unreadable(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  static Stream<Arguments> policies() {
    return Stream.of(
            "log " + KEY + " https://example.com/log\nquorum none\n",
            "# believed\n\nlog " + KEY + "\nwitness w " + KEY + "\ngroup g any w\nquorum g\n",
            "log " + KEY + "\nwitness w " + KEY + "\ngroup g 1 w\ngroup h all g w\nquorum h\n",
            "quorum x\n")
        .map(text -> arguments((Object) text.getBytes(UTF_8)));
  }
}
