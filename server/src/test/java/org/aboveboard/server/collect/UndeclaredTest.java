package org.aboveboard.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFiles;
import org.junit.jupiter.api.Test;

final class UndeclaredTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static EventType bought() throws Exception {
    Path policies = Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies");
    Policy policy = PolicyFiles.read(policies.resolve("bookshop")).policy();
    return policy.event("track", "Order Completed").orElseThrow();
  }

  private static List<String> paths(String message) throws Exception {
    JsonNode body = JSON.readTree(message);
    return Undeclared.paths(bought(), body);
  }

  @Test
  void whatADeclaredPathLeadsToIsNoneOfIt() throws Exception {
    assertThat(
            paths(
                """
                {"properties": {"order_id": "o", "total": 3,
                 "products": [{"product_id": "b1"}, {"product_id": "b2"}]}}
                """))
        .isEmpty();
  }

  @Test
  void theRestIsNamedByItsPlaceAndOnce() throws Exception {
    assertThat(
            paths(
                """
                {"userId": "u", "properties": {"coupon": "X", "shipping": {"street": "s", "no": 1},
                 "products": [{"product_id": "b1", "price": 3}, {"product_id": "b2", "price": 4}]},
                 "traits": {"email": "e"}, "context": {"ip": "1", "consent": {"a": true}}}
                """))
        .containsExactlyInAnyOrder(
            "properties.coupon",
            "properties.shipping",
            "properties.products.price",
            "traits.email",
            "context.ip");
  }

  @Test
  void whatIsEmptyHoldsNothing() throws Exception {
    assertThat(paths("{\"properties\": {\"a\": null, \"b\": {}, \"c\": []}, \"traits\": 7}"))
        .isEmpty();
  }

  @Test
  void aValueWhereOnlyAPlaceIsDeclaredIsNamed() throws Exception {
    assertThat(paths("{\"properties\": {\"products\": \"b1, sent to Jane\"}}"))
        .containsExactly("properties.products");
  }

  @Test
  void aMessageNamesOnlySoMany() throws Exception {
    ObjectNode message = JSON.createObjectNode();
    ObjectNode properties = message.putObject("properties");
    for (int i = 0; i < 3_000; i++) {
      properties.put("p" + i, i);
    }
    assertThat(Undeclared.paths(bought(), message)).hasSize(100);
  }
}
