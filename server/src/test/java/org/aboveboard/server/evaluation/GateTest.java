package org.aboveboard.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Figure;
import org.aboveboard.policy.Model.Bound;
import org.aboveboard.policy.Model.Limit;
import org.junit.jupiter.api.Test;

/// Limits against what was measured.
final class GateTest {
  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new Jdk8Module());

  @Test
  void aLimitIsHeldToItsFigureAndToItsSide() {
    Gate gate = new Gate(Map.of(Figure.GAP, answer(0.04), Figure.RECALL, answer(0.3)));
    assertThat(
            gate.hold(
                List.of(
                    new Limit(Figure.GAP, Bound.AT_MOST, 0.05),
                    new Limit(Figure.RECALL, Bound.AT_LEAST, 0.31))))
        .extracting(Report.Held::figure, Report.Held::isMet)
        .containsExactly(tuple("recall", false), tuple("gap", true));
  }

  @Test
  void whatNobodyMeasuredIsNotMet() {
    Gate gate = new Gate(Map.of());
    assertThat(gate.hold(List.of(new Limit(Figure.CALIBRATION, Bound.AT_MOST, 1))))
        .singleElement()
        .satisfies(held -> assertThat(held.isMet()).isFalse());
    assertThat(gate.hold(List.of(new Limit(Figure.SUPPORT, Bound.AT_LEAST, 5)))).isEmpty();
  }

  @Test
  void theFileSaysWhetherEachIsMet() throws Exception {
    Report.Held held = new Report.Held("gap", "at most", 0.05, answer(0.04), true);
    String json = MAPPER.writeValueAsString(held);
    assertThat(json).contains("\"isMet\":true");
    assertThat(MAPPER.readValue(json, Report.Held.class)).isEqualTo(held);
  }

  private static Report.Answer answer(double value) {
    return new Report.Answer(Optional.of(value), Optional.empty());
  }
}
