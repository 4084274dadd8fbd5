package org.aboveboard.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DirectionsTest {
  @Test
  void theDocumentSendsTheSdkBackToUsAndToNobodyElse() {
    assertThat(Directions.document("wk_demo", URI.create("http://127.0.0.1:8080/")))
        .isEqualTo(
            "{\"integrations\":{\"Segment.io\":{\"apiKey\":\"wk_demo\","
                + "\"apiHost\":\"127.0.0.1:8080/v1\",\"protocol\":\"http\"}}}");
  }
}
