package org.aboveboard.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Release.Measured;
import org.aboveboard.policy.Release.Setting;
import org.aboveboard.policy.Released.Why;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.ReleaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that declares limits is served on a valid release alone.
final class ReleaseTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Setting SETTING = Setting.of(200, 0);
  private static final Optional<String> NO_OVERRIDE = Optional.empty();

  @TempDir private Path target;

  private final Signer owner = Signer.fresh();
  private final Signer officer = Signer.fresh();
  private final Signer other = Signer.fresh();
  private Folder folder = new Folder(Path.of("."));

  @BeforeEach
  void declareALimit() {
    folder =
        Folder.bookshop(target)
            .write("people/ada.yaml", person("model-owner", owner))
            .write("people/mo.yaml", person("ethics-officer", officer))
            .write("people/lee.yaml", person("data-steward", other))
            .replace(
                "models/what-goes-together.yaml",
                "limits:\n",
                "overriddenBy: [ethics-officer]\nlimits:\n  gap: {atMost: 0.05}\n");
  }

  private static String person(String role, Signer signer) {
    return "name: N. N.\nrole: " + role + "\nkey: " + signer.key() + "\n";
  }

  @Test
  void aModelThatFailsALimitIsNotServed() {
    assertThat(judged()).isEqualTo(new Released.Shut(Why.NONE));
    assertThat(judged(owner.sign(draft("ada", "model-owner", 0.0500001, NO_OVERRIDE))))
        .isEqualTo(new Released.Shut(Why.NOT_MET));
    Release unmeasured = draft("ada", "model-owner", Optional.empty(), NO_OVERRIDE);
    assertThat(judged(owner.sign(unmeasured))).isEqualTo(new Released.Shut(Why.NOT_MET));
    Release met = owner.sign(draft("ada", "model-owner", 0.05, NO_OVERRIDE));
    assertThat(judged(met)).isEqualTo(new Released.Open(met));
  }

  @Test
  void aModelWithoutLimitsNeedsNoRelease() {
    folder.replace("models/what-goes-together.yaml", "  gap: {atMost: 0.05}\n", "");
    assertThat(judged()).isEqualTo(new Released.Needless());
  }

  @Test
  void anOverrideRunsOut() {
    Release overridden = officer.sign(draft("mo", "ethics-officer", 0.2, Optional.of("a while")));
    assertThat(judged(overridden)).isEqualTo(new Released.Open(overridden));
    assertThat(judged(overridden.until(), overridden)).isEqualTo(new Released.Open(overridden));
    assertThat(judged(overridden.until().plusDays(1), overridden))
        .isEqualTo(new Released.Shut(Why.RUN_OUT));
    assertThat(judged(TODAY.minusDays(1), overridden)).isEqualTo(new Released.Shut(Why.TOO_LONG));
  }

  @Test
  void anOverrideHoldsForNinetyDaysAndAReleaseForAYear() {
    assertThat(Release.longest(TODAY, true)).isEqualTo(TODAY.plusDays(90));
    Release draft = draft("mo", "ethics-officer", 0.2, Optional.of("a while"));
    assertThat(judged(officer.sign(until(draft, TODAY.plusDays(91)))))
        .isEqualTo(new Released.Shut(Why.TOO_LONG));
    Release met = draft("ada", "model-owner", 0.01, NO_OVERRIDE);
    assertThat(judged(owner.sign(until(met, TODAY.plusYears(1).plusDays(1)))))
        .isEqualTo(new Released.Shut(Why.TOO_LONG));
    Release year = owner.sign(until(met, TODAY.plusYears(1)));
    assertThat(judged(year)).isEqualTo(new Released.Open(year));
  }

  @Test
  void whoMayNotOverrideIsRefused() {
    assertThat(judged(owner.sign(draft("ada", "model-owner", 0.2, Optional.of("a while")))))
        .isEqualTo(new Released.Shut(Why.MAY_NOT_OVERRIDE));
    assertThat(judged(other.sign(draft("lee", "data-steward", 0.2, Optional.of("a while")))))
        .isEqualTo(new Released.Shut(Why.WRONG_ROLE));
    assertThat(judged(other.sign(draft("mo", "ethics-officer", 0.2, Optional.of("a while")))))
        .isEqualTo(new Released.Shut(Why.UNSIGNED));
  }

  @Test
  void aChangedReleaseIsRefused() throws PolicyFaults {
    Release signed = owner.sign(draft("ada", "model-owner", 0.04, NO_OVERRIDE));
    String text = ReleaseFile.text(signed);
    for (String[] change :
        new String[][] {
          {"0.04", "0.01"},
          {"0.31 (120 people)", "0.91 (120 people)"},
          {"2027-01-31", "2027-02-01"},
          {"because", "despite"},
          {"\"200.0\"", "\"100.0\""},
          {"e0e0e0", "e0e0e1"}
        }) {
      assertThat(text).contains(change[0]);
      Release changed = ReleaseFile.read("r.yaml", text.replace(change[0], change[1]));
      assertThat(judged(changed)).as(change[1]).isEqualTo(new Released.Shut(Why.UNSIGNED));
      assertThat(judged(changed, signed)).as("beside it").isEqualTo(new Released.Open(signed));
    }
    assertThatThrownBy(() -> ReleaseFile.read("r.yaml", text.replace("met: true", "met: false")))
        .isInstanceOf(PolicyFaults.class)
        .hasMessageContaining("'met' is not what the numbers beside it say");
  }

  @Test
  void aReleaseForOtherSettingsIsNone() {
    Release signed = owner.sign(draft("ada", "model-owner", 0.04, NO_OVERRIDE));
    Policy policy = folder.read().releasing(List.of(signed));
    for (Setting setting : List.of(Setting.of(100, 0), Setting.of(200, 0.5))) {
      assertThat(Released.of(policy, model(policy), setting, TODAY))
          .isEqualTo(new Released.Shut(Why.OTHER_SETTINGS));
    }
  }

  @Test
  void aReleaseIsOfOnePolicyAndItsLimits() {
    Release signed = owner.sign(draft("ada", "model-owner", 0.04, NO_OVERRIDE));
    folder.replace("surfaces/home-row.yaml", "length: 12", "length: 11");
    assertThat(judged(signed)).isEqualTo(new Released.Shut(Why.OTHER_POLICY));
    folder.replace("models/what-goes-together.yaml", "atMost: 0.05", "atMost: 0.045");
    assertThat(judged(owner.sign(draft("ada", "model-owner", 0.04, NO_OVERRIDE))))
        .isEqualTo(new Released.Shut(Why.OTHER_LIMITS));
  }

  @Test
  void itsFileIsReadWithThePolicyAndChangesNoDigest() {
    String before = folder.read().digest();
    Release signed = officer.sign(draft("mo", "ethics-officer", 0.2, Optional.of("say \"a\" #1")));
    assertThat(ReleaseFile.names(signed).getFirst())
        .isEqualTo("releases/what-goes-together-e0e0e0ba7816.yaml");
    for (String name : ReleaseFile.names(signed)) {
      folder.write(name, ReleaseFile.text(signed));
      assertThat(folder.read().releases()).containsOnly(signed);
    }
    assertThat(folder.read().digest()).isEqualTo(before);
    assertThat(judged(folder.read(), TODAY)).isEqualTo(new Released.Open(signed));
  }

  private Release draft(String person, String role, double measured, Optional<String> override) {
    return draft(person, role, Optional.of(measured), override);
  }

  private Release draft(
      String person, String role, Optional<Double> measured, Optional<String> override) {
    return new Release(
        "what-goes-together",
        SETTING,
        folder.read().digest(),
        "e0e0e0" + Digest.of("abc").substring(0, 58),
        List.of(
            new Measured(
                new Model.Limit(Figure.GAP, Model.Bound.AT_MOST, 0.05), measured, override)),
        Map.of("age · all · \"old\": 1", "0.31 (120 people)"),
        role,
        person,
        "because",
        TODAY,
        LocalDate.of(2027, 1, 31),
        "");
  }

  private static Release until(Release release, LocalDate until) {
    return new Release(
        release.model(),
        release.setting(),
        release.policy(),
        release.evaluation(),
        release.limits(),
        release.results(),
        release.role(),
        release.person(),
        release.why(),
        release.on(),
        until,
        "");
  }

  private Released judged(Release... onFile) {
    return judged(TODAY, onFile);
  }

  private Released judged(LocalDate day, Release... onFile) {
    return judged(folder.read().releasing(List.of(onFile)), day);
  }

  private static Released judged(Policy policy, LocalDate day) {
    return Released.of(policy, model(policy), SETTING, day);
  }

  private static Model model(Policy policy) {
    return policy.model("what-goes-together").orElseThrow();
  }
}
