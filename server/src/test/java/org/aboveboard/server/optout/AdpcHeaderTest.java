package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AdpcHeaderTest {
  private static final Question BOOKS = Question.of("books", "0123456789abcdef0", "Use them?");
  private static final Question TASTE = Question.of("taste", "fedcba98765432100", "Use it?");

  @Test
  void theExampleOfTheSpecificationIsRead() {
    Adpc adpc =
        read("withdraw=*, object=direct-marketing, consent=\"q1analytics q2recommendation\"");
    assertThat(adpc.withdrawn()).containsExactly("*");
    assertThat(adpc.objected()).containsExactly("direct-marketing");
    assertThat(adpc.consented()).containsExactlyInAnyOrder("q1analytics", "q2recommendation");
    assertThat(adpc.conflicts()).isEmpty();
    assertThat(adpc.objectsTo("direct-marketing")).isTrue();
    assertThat(adpc.objectsTo("anything-else")).isFalse();
    assertThat(read("object=Direct-Marketing").objectsTo("direct-marketing")).isTrue();
  }

  @Test
  void linesAndCommasMeanTheSame() {
    assertThat(AdpcHeader.read(List.of("withdraw=a", "consent=\"b c\"", "OBJECT=d")))
        .isEqualTo(AdpcHeader.read(List.of("withdraw=a , consent=\"b c\",, object=d ,")));
    assertThat(read("withdraw=https://iab.com/tcf2/ns/#purpose1").withdrawn())
        .containsExactly("https://iab.com/tcf2/ns/#purpose1");
    assertThat(read("consent=, withdraw=\"\"")).isEqualTo(Adpc.SILENT);
  }

  @Test
  void withdrawingAllLeavesOutWhatIsConsentedToInTheSameHeader() {
    Adpc adpc = read("withdraw=*, consent=" + BOOKS.id());
    assertThat(adpc.withdraws(BOOKS)).isFalse();
    assertThat(adpc.withdraws(TASTE)).isTrue();
    assertThat(read("withdraw=*, consent=*").withdraws(BOOKS)).isTrue();
    assertThat(read("withdraw=*, consent=books~ffffffffffffffff").withdraws(BOOKS))
        .as("consent to other words")
        .isTrue();
  }

  @Test
  void withdrawingAnEarlierWordingWithdrawsThePurpose() {
    Adpc adpc = read("withdraw=books~ffffffffffffffff, consent=" + BOOKS.id());
    assertThat(adpc.withdraws(BOOKS)).isTrue();
    assertThat(adpc.withdraws(TASTE)).isFalse();
  }

  @Test
  void bothAtOnceIsANoAndAConflict() {
    Sent sent = AdpcHeader.read(List.of("consent=" + BOOKS.id(), "withdraw=" + BOOKS.id()));
    assertThat(sent.adpc().withdraws(BOOKS)).isTrue();
    assertThat(sent.conflicts()).containsExactly(new Conflict(Carrier.ADPC, BOOKS.id()));
  }

  @Test
  void whatCannotBeReadWithdrawsAll() {
    for (String header :
        List.of(
            "withdraw",
            "withdraw=a b",
            "withdraw=\"a",
            "withdraw=a\"b\"",
            "consent=a, forbid=b",
            "consent=a withdraw=b",
            "=a",
            "consent=é",
            "consent=\"a\\b\"",
            "consent=" + "x".repeat(257),
            "consent=\"" + "x ".repeat(2_100) + "\"",
            "Sec-GPC: 1",
            ",")) {
      Sent sent = AdpcHeader.read(List.of(header));
      assertThat(sent.unread()).as(header).hasSize(1);
      assertThat(sent.adpc()).as(header).isEqualTo(Adpc.CLOSED);
      assertThat(sent.adpc().withdraws(BOOKS)).as(header).isTrue();
      assertThat(sent.adpc().objectsTo("direct-marketing")).as(header).isTrue();
    }
  }

  @Test
  void aConsentBesideAnUnreadableHeaderSparesNothing() {
    Sent both =
        AdpcHeader.read(List.of("nonsense")).and(AdpcHeader.read(List.of("consent=" + BOOKS.id())));
    assertThat(both.adpc().withdraws(BOOKS)).isTrue();
  }

  @Test
  void silenceSaysNothing() {
    assertThat(AdpcHeader.read(List.of())).isEqualTo(Sent.NOTHING);
    assertThat(AdpcHeader.read(List.of("", " "))).isEqualTo(Sent.NOTHING);
  }

  @Test
  void anyTextIsReadOrClosed() {
    List<String> scraps =
        List.of(
            "consent",
            "withdraw",
            "object",
            "=",
            "\"",
            ",",
            " ",
            "*",
            "books~0",
            "\t",
            "\n",
            "é",
            "~");
    int readable = 0;
    for (long seed = 0; seed < 20_000; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      var text = new StringBuilder();
      for (int i = chance.nextInt(12); i > 0; i--) {
        text.append(scraps.get(chance.nextInt(scraps.size())));
      }
      Sent sent = AdpcHeader.read(List.of(text.toString()));
      readable += sent.unread().isEmpty() ? 1 : 0;
      assertThat(sent.unread().isEmpty() || sent.adpc().equals(Adpc.CLOSED))
          .as("seed %d: %s", seed, text)
          .isTrue();
    }
    assertThat(readable).isBetween(100, 19_900);
  }

  @Test
  void anIdOfOursIsOneThatTheSpecificationAllows() {
    assertThat(BOOKS.id()).isEqualTo("books~0123456789abcdef").matches("[A-Za-z0-9._~-]+");
    assertThat(read("withdraw=" + BOOKS.id()).withdrawn()).isEqualTo(Set.of(BOOKS.id()));
    assertThat(Question.of("books", "0123456789abcdee0", "Other words?").id())
        .isNotEqualTo(BOOKS.id());
  }

  private static Adpc read(String header) {
    Sent sent = AdpcHeader.read(List.of(header));
    assertThat(sent.unread()).as(header).isEmpty();
    return sent.adpc();
  }
}
