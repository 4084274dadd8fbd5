package org.aboveboard.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Release;
import org.aboveboard.policy.Release.Setting;
import org.aboveboard.policy.Released;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.declaration.Draft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReleaseCommandTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;

  private Draft shop = new Draft(Path.of("."));
  private Path evaluation = Path.of(".");

  @BeforeEach
  void declareALimit() throws Exception {
    shop = Evaluated.limited(Draft.of("bookshop", folder.resolve("shop")));
    Evaluated.join(shop, "ada", "model-owner", folder.resolve("ada.key"));
    Evaluated.join(shop, "mo", "ethics-officer", folder.resolve("mo.key"));
    Evaluated.join(shop, "lee", "data-steward", folder.resolve("lee.key"));
    evaluation = folder.resolve("evaluation.json");
    Evaluated.write(evaluation, "EASE 5", 0.04);
  }

  @Test
  void whatIsMetIsReleasedByItsOwnerUntilTheDay() throws Exception {
    Typed typed = Typed.of(typed("ada"));
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said())
        .contains("releases \"what-goes-together\" as EASE, lambda 5.0, xi 0.0 until 2027-02-01")
        .contains("gap: 0.04, met");
    Release release = policy().releases().getFirst();
    assertThat(release.results())
        .containsEntry("NDCG@100, age, everybody: 60 and over", "0.2800 (120 people)")
        .containsEntry("NDCG@100, age, everybody: not shown", "1 more, of too few people");
    assertThat(judged(TODAY)).isEqualTo(new Released.Open(release));
    assertThat(judged(release.until().plusDays(1)))
        .isEqualTo(new Released.Shut(Released.Why.RUN_OUT));
    assertThat(new OnFile(policy(), TODAY).words())
        .containsExactly(
            "The model 'what-goes-together' is served until 2027-02-01 where a server runs with"
                + " EASE, lambda 5.0, xi 0.0.");
    assertThat(new OnFile(policy(), release.until().plusDays(1)).words())
        .singleElement()
        .asString()
        .contains("is not served");
    assertThat(files()).singleElement().asString().matches("what-goes-together-[0-9a-f]{12}.yaml");
  }

  @Test
  void aModelThatFailsALimitIsNotReleased() throws Exception {
    Evaluated.write(evaluation, "EASE 5", 0.07);
    refused("does not keep to its limits: gap", typed("ada"));
    refused("Ethics officer with --override gap", typed("ada"));
    refused("--because is missing", overriding("mo", " "));
    assertThat(shop.folder().resolve("releases")).doesNotExist();
  }

  @Test
  void whoMayNotOverrideIsRefused() throws Exception {
    Evaluated.write(evaluation, "EASE 5", 0.07);
    refused("As Model owner, N. N. cannot override its limits.", overriding("ada", "a while"));
    refused("As Data steward, N. N. cannot release this model.", typed("lee"));
    refused("There is nobody \"ann\"", typed("ann"));
    refused(
        "is not the one in people/mo.yaml",
        with(overriding("mo", "a while"), "--key", folder.resolve("ada.key").toString()));
    shop.replace("models/what-goes-together.yaml", "overriddenBy: [ethics-officer]\n", "");
    refused("nobody may override them", typed("ada"));
    refused("Nobody may override a limit of this model.", overriding("ada", "a while"));
    assertThat(shop.folder().resolve("releases")).doesNotExist();
  }

  @Test
  void anOverrideIsShortAndSaysWhy() throws Exception {
    Evaluated.write(evaluation, "EASE 5", 0.07);
    Typed typed = Typed.of(overriding("mo", "the  spring list"));
    assertThat(typed.code()).as(typed.said()).isZero();
    assertThat(typed.said()).contains("gap: 0.07, NOT met, overridden: the spring list");
    assertThat(policy().releases().getFirst().limits().getFirst().override())
        .contains("the spring list");
    refused(
        "--until is not a day from today to 2027-02-21.",
        with(overriding("mo", "a while"), "--until", "2027-02-22"));
    Evaluated.write(evaluation, "EASE 5", 0.01);
    refused("There is nothing to override about 'gap'.", overriding("mo", "a while"));
  }

  @Test
  void aChangedEvaluationIsRefused() throws Exception {
    String written = Files.readString(evaluation);
    Files.writeString(evaluation, written.replace("\"isMet\":true", "\"isMet\":false"));
    refused("contradicts itself about 'gap'", typed("ada"));
    Files.writeString(evaluation, written.replace("evaluation@v1", "evaluation@v9"));
    refused("is no evaluation of this release", typed("ada"));
    Files.writeString(evaluation, "{}");
    refused("is no evaluation of this release", typed("ada"));
    Files.writeString(evaluation, written.replace("\"limit\":0.05", "\"limit\":0.5"));
    refused("was not held to 'gap at most 0.05'", typed("ada"));
    String better = "\"models\":[{\"name\":\"EASE 9\",\"ndcg100ToChooseBy\":0.9},";
    Files.writeString(evaluation, written.replace("\"models\":[", better));
    refused("contradicts itself about what was chosen", typed("ada"));
    Evaluated.write(evaluation, "item-kNN 100", 0.01);
    refused("chose 'item-kNN 100', which no server runs", typed("ada"));
    Files.delete(evaluation);
    refused("There is no evaluation at", typed("ada"));
  }

  @Test
  void aChangedReleaseIsRefused() throws Exception {
    assertThat(Typed.of(typed("ada")).code()).isZero();
    String file = "releases/" + files().getFirst();
    shop.replace(file, "0.04", "0.01");
    assertThat(judged(TODAY)).isEqualTo(new Released.Shut(Released.Why.UNSIGNED));
    Typed again = Typed.of(typed("ada"));
    assertThat(again.code()).as(again.said()).isZero();
    assertThat(files()).as("nothing is written over").hasSize(2);
    assertThat(judged(TODAY)).isInstanceOf(Released.Open.class);
  }

  @Test
  void whatIsMissingOrCannotBeWrittenIsSaid() {
    for (String option : List.of("evaluation", "as", "key", "why", "until")) {
      refused("--" + option + " is missing", with(typed("ada"), "--" + option, " "));
    }
    refused("--until is not a day", with(typed("ada"), "--until", "soon"));
    refused("--until is not a day", with(typed("ada"), "--until", "2027-11-24"));
    refused("--until is not a day", with(typed("ada"), "--until", "2026-11-22"));
    refused("cannot be written down", with(typed("ada"), "--why", "x".repeat(401)));
    refused("No model \"x\" declares limits.", and(typed("ada"), "--model", "x"));
    refused("which is no figure", and(typed("ada"), "--override", "gap,luck"));
    shop.replace("models/what-goes-together.yaml", "  gap: {atMost: 0.05}\n", "");
    refused("No model of this policy declares limits", typed("ada"));
    assertThat(shop.folder().resolve("releases")).doesNotExist();
  }

  private String[] typed(String person) {
    return Evaluated.typed(shop, evaluation, person, folder.resolve(person + ".key"), "2027-02-01");
  }

  private String[] overriding(String person, String because) {
    return and(typed(person), "--override", "gap", "--because", because);
  }

  private static String[] and(String[] typed, String... more) {
    return Stream.of(typed, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private static String[] with(String[] typed, String option, String value) {
    List<String> words = new ArrayList<>(List.of(typed));
    words.set(words.indexOf(option) + 1, value);
    return words.toArray(String[]::new);
  }

  private static void refused(String why, String... words) {
    Typed typed = Typed.of(words);
    assertThat(typed.code()).as(typed.said()).isEqualTo(2);
    assertThat(typed.said()).contains(why).doesNotContain("Exception", "\tat ");
    assertThat(typed.said().strip().lines().count()).as(typed.said()).isGreaterThan(1);
  }

  private Policy policy() throws PolicyFaults {
    return PolicyFiles.read(shop.folder()).policy();
  }

  private Released judged(LocalDate day) throws PolicyFaults {
    Policy policy = policy();
    Optional<Model> model = policy.model("what-goes-together");
    return Released.of(policy, model.orElseThrow(), Setting.of(5, 0), day);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(shop.folder().resolve("releases"))) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
