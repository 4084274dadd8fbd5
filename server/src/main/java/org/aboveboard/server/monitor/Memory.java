package org.aboveboard.server.monitor;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.aboveboard.fairness.watch.Bet;
import org.aboveboard.fairness.watch.Claim;
import org.aboveboard.fairness.watch.Guarantee;
import org.aboveboard.fairness.watch.Verdict;

/// What a monitor knows, as text and back: every number comes back to the bit.
final class Memory {
  private static final List<Class<?>> SEALED =
      List.of(Claim.class, Bet.class, Guarantee.class, Verdict.class);
  private static final ObjectMapper JSON = mapper();

  private Memory() {}

  /// Says of a thing of several kinds which one it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface Named {}

  private static ObjectMapper mapper() {
    var mapper =
        JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    for (Class<?> one : SEALED) {
      mapper.addMixIn(one, Named.class);
      for (Class<?> kind : one.getPermittedSubclasses()) {
        mapper.registerSubtypes(new NamedType(kind, kind.getSimpleName()));
      }
    }
    return mapper.build();
  }

  static <T> String write(T state) {
    try {
      return JSON.writeValueAsString(state);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What a monitor knows could not be written.", e);
    }
  }

  static <T> T read(String text, Class<T> type) {
    try {
      return JSON.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "What a monitor knew cannot be read: it was written by another release. Change its"
              + " declaration, or delete its row of monitor_state, and it begins anew.",
          e);
    }
  }
}
