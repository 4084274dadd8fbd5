package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.aboveboard.server.collect.Outcome.Kept;
import org.aboveboard.server.collect.Outcome.Refused;
import org.aboveboard.server.collect.Outcome.Repeated;
import org.aboveboard.server.collect.Outcome.Withheld;

/// What a sender is told of its messages: a write key, that they arrived; the secret key, what
/// became of each.
final class Tidings {
  private Tidings() {}

  static Reply of(List<Outcome> outcomes, Authority authority) {
    return switch (authority) {
      case WRITE_KEY -> Reply.DONE;
      case SECRET_KEY -> new Reply(200, detailed(outcomes).toString(), Map.of());
    };
  }

  private static ObjectNode detailed(List<Outcome> outcomes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("success", true);
    answer.put("accepted", outcomes.stream().filter(Kept.class::isInstance).count());
    answer.put("repeated", outcomes.stream().filter(Repeated.class::isInstance).count());
    ArrayNode withheld = answer.putArray("withheld");
    ArrayNode refused = answer.putArray("refused");
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Kept _, Repeated _ -> {}
        case Withheld(var id, var reason) ->
            withheld.addObject().put("messageId", id).put("reason", reason);
        case Refused(var id, var why, var cure) ->
            refused.addObject().put("messageId", id).put("why", why).put("cure", cure);
      }
    }
    return answer;
  }
}
