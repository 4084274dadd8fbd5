package org.aboveboard.server.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Reason;
import org.aboveboard.policy.Standing;
import org.aboveboard.server.declaration.Draft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The library's policy on a running server: what one borrows is nobody's business.
@QuarkusTest
@TestProfile(LibraryPolicyTest.Library.class)
final class LibraryPolicyTest extends ThreePoliciesTest {
  /// A server under the library's policy.
  public static final class Library extends Whole {
    public Library() {
      super("library");
    }
  }

  @Test
  void aLoanIsKeptForLendingAloneAndTeachesNothing() throws Exception {
    says("u:lena", true);
    does("u:lena", "i1");
    follow();
    byte[] model = learn.gramDigest();
    assertThat(site.send(List.of(Messages.of(event("borrowed"), "u:lena", "i3")))).isOne();
    site.send(List.of(Messages.of(event("reserved"), "u:lena", "i5")));
    follow();
    assertThat(learn.gramDigest()).isEqualTo(model);
    assertThat(heldFor("u:lena")).contains("lending", "reserving");
    withdraws("u:lena", suggestions());
    assertThat(heldFor("u:lena")).containsExactlyInAnyOrder("lending", "reserving");
  }

  @Test
  void whatIsTypedIntoTheSearchIsDropped() throws Exception {
    says("u:max", true);
    site.send(List.of(Messages.undeclared("Catalogue Searched", "u:max")));
    assertThat(heldFor("u:max")).isEmpty();
  }

  @Test
  void aChildGetsTipsOnTheYesOfAGuardianAlone() throws Exception {
    assertThat(asked("u:kim", asking(), "&minor=true").path("show").asText()).isEqualTo("nothing");
    says("u:kay", true);
    does("u:kay", "i0");
    // their mother is shown the question, and answers for them
    String prompt = asked("u:kim", asking(), "").at("/prompt/id").asText();
    site.put(
        "/v1/consents",
        Map.of("subject", "u:kim", "decision", "given", "guardian", true, "prompt", prompt));
    does("u:kim", "i0");
    follow();
    assertThat(level("u:kay", "&minor=true")).isEqualTo("none");
    assertThat(level("u:kim", "&minor=true")).isEqualTo("general");
  }

  private String level(String subject, String more) throws Exception {
    return site.get("/v1/recommendations?surface=" + asking().id() + "&subject=" + subject + more)
        .path("level")
        .asText();
  }

  @Test
  void aYesAtTheReadingRoomScreenEndsWithTheVisit() throws Exception {
    says("a:screen-7", true);
    JsonNode said = site.get("/v1/consents?subject=a:screen-7").path(0);
    assertThat(Instant.parse(said.path("until").asText()))
        .isBefore(clock.instant().plus(Duration.ofDays(1)).plusSeconds(1));
  }

  @Test
  void atTheCheckOutNothingIsAboutAnybody() throws Exception {
    says("u:nia", true);
    does("u:nia", "i0");
    follow();
    assertThat(answer("u:nia", policy().surface("renewal").orElseThrow()).path("level").asText())
        .isEqualTo("general");
    assertThat(answer("u:nia", policy().surface("check-out").orElseThrow()).path("level").asText())
        .isEqualTo("none");
  }

  @Test
  void nothingIsInvasiveAndNothingInvasiveCouldRun(@TempDir Path copy) throws Exception {
    assertThat(policy().purposes()).noneMatch(Purpose::isInvasive);
    Draft draft =
        Draft.of("library", copy)
            .write(
                "purposes/guessing.yaml",
                """
                number: 9
                label: {en: a guess, de: eine Vermutung}
                sentence: {en: We guess., de: Wir vermuten.}
                basis: consent
                level: invasive
                uses: [collect]
                data:
                  guesses: {necessity: required, because: {en: A guess., de: Eine Vermutung.}}
                retention: P1D
                owner: ethics-officer
                ifNo: {en: nothing, de: nichts}
                """);
    Policy wider = draft.read().policy();
    Purpose guessing = wider.purpose("guessing").orElseThrow();
    for (var use : guessing.uses()) {
      Question question = new Question(1, guessing, use, Optional.empty(), Circumstances.plain());
      assertThat(wider.decide(question, Standing.silent(), clock.instant()))
          .isInstanceOfSatisfying(
              Decision.Deny.class, deny -> assertThat(deny.reason()).isEqualTo(Reason.PROHIBITED));
    }
  }
}
