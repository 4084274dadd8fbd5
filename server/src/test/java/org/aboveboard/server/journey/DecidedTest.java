package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Instance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Decisions that say more than one thing: nothing of them is dropped, and nothing is recorded.
@QuarkusTest
@TestProfile(Instance.class)
final class DecidedTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBJECT = "u:decided";

  @Inject Keys keys;

  private Site site = new Site("");

  @BeforeEach
  void open() throws Exception {
    site = Site.selling("d1", keys);
  }

  /// @param more members of the body besides the subject
  private HttpResponse<String> put(String more) throws Exception {
    return put(SUBJECT, more);
  }

  private HttpResponse<String> put(String subject, String more) throws Exception {
    String body = "{\"subject\":\"" + subject + "\"," + more + "}";
    return site.call("PUT", "/v1/consents", body);
  }

  private static void isRefused(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.path("cure").asText()).isNotBlank();
  }

  @Test
  void whatADecisionDoesNotTakeIsRefusedAndNothingIsRecorded() throws Exception {
    String given = "\"decision\":\"given\",\"prompt\":\"" + site.prompt(SUBJECT) + "\",";
    for (String more :
        List.of(
            given + "\"purpose\":\"taste-profile\"",
            given + "\"days\":3",
            given + "\"signal\":\"views\"",
            given + "\"surface\":\"home-row\"",
            "\"decision\":\"refused\",\"visit\":true",
            "\"decision\":\"off\",\"signal\":\"views\",\"surface\":\"home-row\"",
            "\"decision\":\"paused\",\"purpose\":\"recommendations\"",
            "\"decision\":\"withdrawn\",\"purpose\":\"recommendations\",\"days\":3")) {
      isRefused(put(more));
    }
    assertThat(site.get("/v1/consents?subject=" + SUBJECT)).isEmpty();
    assertThat(put(given.substring(0, given.length() - 1)).statusCode()).isEqualTo(200);
  }

  @Test
  void aFieldThatStandsTwiceIsRefusedAndAnEmptyFlagIsNoFlag() throws Exception {
    String prompt = "\"prompt\":\"any\"";
    isRefused(put("\"decision\":\"refused\",\"decision\":\"given\"," + prompt));
    isRefused(put("\"decision\":\"given\",\"visit\":\"\"," + prompt));
  }

  @Test
  void aGuardiansYesIsNotTakenWhereMinorsAreLeftOut() throws Exception {
    String guarded = "\"decision\":\"given\",\"guardian\":true,\"prompt\":\"";
    HttpResponse<String> answer =
        put("u:decided-guarded", guarded + site.prompt("u:decided-guarded") + "\"");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(answer.body()).contains("the purpose leaves minors out");
  }

  @Test
  void whoMayBeAMinorIsNeverTakenForAGrownUp() throws Exception {
    for (String path : List.of("/v1/prompts", "/v1/recommendations")) {
      String address = path + "?surface=home-row&subject=u:decided-kid&minor=";
      for (String minor : List.of("1", "yes", "maybe", "", "TRUE", "false&minor=")) {
        isRefused(site.call("GET", address + minor, ""));
      }
    }
    assertThat(
            site.get("/v1/prompts?surface=home-row&subject=u:kid&minor=false&minor=true")
                .path("show")
                .asText())
        .isEqualTo("nothing");
  }
}
