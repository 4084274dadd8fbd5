package org.aboveboard.server.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.export.Artefact;
import org.aboveboard.policy.export.Artefacts;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.transparency.Published.Found;
import org.junit.jupiter.api.Test;

/// Nothing is given away that was made from another policy.
final class PublishedTest {
  private static final Policy BOOKSHOP = policy("bookshop");
  private static final Policy FILMS = policy("films");

  @Test
  void whatIsMadeFromThePolicyIsFound() {
    assertThat(new Published().find(BOOKSHOP, "dpv.jsonld"))
        .isInstanceOfSatisfying(
            Found.Ready.class,
            found -> assertThat(found.artefact().digest()).isEqualTo(BOOKSHOP.digest()));
    assertThat(new Published().find(BOOKSHOP, "no.json")).isInstanceOf(Found.Nothing.class);
    assertThat(new Published().find(FILMS, "notice.de.json")).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void whatWasMadeFromAnotherPolicyIsRefused() {
    Published planted = new Published(_ -> Artefacts.of(FILMS));
    assertThat(planted.find(BOOKSHOP, "policy.json")).isInstanceOf(Found.Mismatch.class);
    assertThat(planted.find(BOOKSHOP, "no.json")).isInstanceOf(Found.Mismatch.class);
  }

  @Test
  void aSingleFileOfAnotherPolicyIsRefused() {
    Artefact other = Artefacts.of(FILMS).named("dpv.jsonld").orElseThrow();
    Published planted = new Published(_ -> new Artefacts(BOOKSHOP.digest(), List.of(other)));
    assertThat(planted.find(BOOKSHOP, "dpv.jsonld")).isInstanceOf(Found.Mismatch.class);
  }

  @Test
  void aVersionIsMadeOnce() {
    List<String> made = new ArrayList<>();
    Published published =
        new Published(policy -> {
          made.add(policy.digest());
          return Artefacts.of(policy);
        });
    for (Policy policy : List.of(BOOKSHOP, FILMS, BOOKSHOP, FILMS)) {
      published.find(policy, "policy.json");
    }
    assertThat(made).containsExactly(BOOKSHOP.digest(), FILMS.digest());
  }

  private static Policy policy(String name) {
    try {
      return PolicyFiles.read(
              Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/" + name))
          .policy();
    } catch (PolicyFaults e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }
}
