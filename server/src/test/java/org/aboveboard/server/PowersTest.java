package org.aboveboard.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.aboveboard.server.sql.Power;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The second wall: what a role may not do, the database refuses, whatever the code asks.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PowersTest {
  private Home home;

  @BeforeAll
  void open(@TempDir Path folder) throws Exception {
    home = Home.in(folder).books(6).readers(4, 6, 1);
    home.settle();
  }

  @AfterAll
  void close() {
    home.close();
  }

  private long count(Power power, String table) {
    return home.house
        .pools()
        .as(power)
        .withHandle(
            handle -> handle.createQuery("select count(*) from " + table).mapTo(Long.class).one());
  }

  private void refused(Power power, String statement) {
    assertThatThrownBy(
            () -> home.house.pools().as(power).useHandle(handle -> handle.execute(statement)))
        .as("%s: %s", power, statement)
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void thePagesRoleCannotReadEverybody() {
    assertThat(count(Power.SERVE, "event")).isZero();
    assertThat(count(Power.SERVE, "subject")).isZero();
    assertThat(count(Power.SERVE, "consent")).isZero();
    assertThat(count(Power.LEARN, "event")).isPositive();
  }

  @Test
  void theLearnersRoleReadsNumbersOnly() {
    refused(Power.LEARN, "select payload from event");
    refused(Power.LEARN, "select name from subject");
    refused(Power.LEARN, "select key from subject");
    refused(Power.LEARN, "select payload from consent");
    refused(Power.LEARN, "select payload from recommendation");
    refused(Power.LEARN, "delete from event");
  }

  @Test
  void theAuditRoleReadsNumbersOfEverybodyAndChangesNoneOfThem() {
    assertThat(count(Power.AUDIT, "agreed")).isPositive();
    refused(Power.AUDIT, "select payload from recommendation");
    refused(Power.AUDIT, "select id from recommendation");
    refused(Power.AUDIT, "select payload from event");
    refused(Power.AUDIT, "select message from event");
    refused(Power.AUDIT, "select payload from consent");
    refused(Power.AUDIT, "select number from subject");
    refused(Power.AUDIT, "delete from recommendation");
    refused(Power.AUDIT, "update event set item = item");
    refused(Power.AUDIT, "update monitor_epoch set mean = 0");
    refused(Power.AUDIT, "delete from monitor_alarm");
    for (Power power : new Power[] {Power.WRITE, Power.LEARN, Power.OPERATE}) {
      refused(power, "select items from recommendation");
      refused(power, "delete from monitor_state");
    }
  }

  @Test
  void theWritersRoleReadsNoPayloadAndDeletesNothing() {
    refused(Power.WRITE, "select payload from event");
    refused(Power.WRITE, "select name from subject");
    refused(Power.WRITE, "delete from event");
    refused(Power.WRITE, "delete from consent");
    refused(Power.WRITE, "update consent set kind = 'GIVEN'");
    refused(Power.WRITE, "update journal set kind = 'x'");
  }

  @Test
  void historyIsEvidenceAndNobodyRewritesIt() {
    for (Power power : Power.values()) {
      refused(power, "update journal set commitment = commitment");
      refused(power, "delete from journal");
      refused(power, "update consent set at = at");
    }
  }

  @Test
  void theOperatorsRoleSeesNoRowOfAPerson() {
    refused(Power.OPERATE, "select index from event");
    refused(Power.OPERATE, "select number from subject");
    refused(Power.OPERATE, "select subject from erasure");
    refused(Power.OPERATE, "select index from consent");
  }

  @Test
  void nobodyWhoServesLearnsOrOperatesReadsTheQuarantine() {
    for (Power power : new Power[] {Power.SERVE, Power.LEARN, Power.OPERATE}) {
      for (String column : new String[] {"index", "subject", "purposes", "message", "payload"}) {
        refused(power, "select " + column + " from quarantine");
      }
      refused(power, "delete from quarantine");
    }
    for (String column : new String[] {"subject", "purposes", "expires", "payload"}) {
      refused(Power.WRITE, "select " + column + " from quarantine");
    }
    refused(Power.WRITE, "update quarantine set expires = expires");
    refused(Power.RETAIN, "select payload from quarantine");
    refused(Power.RETAIN, "select message from quarantine");
    refused(Power.RIGHTS, "update quarantine set subject = subject");
    refused(Power.RIGHTS, "insert into quarantine select * from quarantine");
  }

  @Test
  void nobodyWhoServesLearnsWritesOrOperatesHasAWayIntoTheVault() {
    for (Power power :
        new Power[] {Power.SERVE, Power.LEARN, Power.WRITE, Power.OPERATE, Power.LEDGER}) {
      for (String table : new String[] {"answer", "look", "budget", "figure"}) {
        refused(power, "select count(*) from vault." + table);
        refused(power, "delete from vault." + table);
      }
    }
    refused(Power.VAULT, "select key from subject");
    refused(Power.VAULT, "select name from subject");
    refused(Power.VAULT, "select payload from consent");
    refused(Power.VAULT, "select payload from event");
    refused(Power.VAULT, "update vault.answer set expires = expires");
    refused(Power.VAULT, "update vault.look set person = person");
    refused(Power.VAULT, "delete from vault.look");
    refused(Power.VAULT, "update vault.figure set count = 0");
    refused(Power.RETAIN, "select payload from vault.answer");
    refused(Power.RETAIN, "select payload from vault.look");
    refused(Power.RIGHTS, "update vault.answer set subject = subject");
    assertThat(count(Power.RIGHTS, "vault.answer")).isZero();
    assertThat(count(Power.RIGHTS, "vault.look")).isZero();
  }

  @Test
  void whoWasErasedIsNotedByTheRightsRoleAloneAndSweptByRetention() {
    for (Power power : new Power[] {Power.SERVE, Power.LEARN, Power.OPERATE}) {
      refused(power, "select lookup from spent");
      refused(power, "delete from spent");
    }
    refused(Power.WRITE, "insert into spent (lookup, before, expires) values ('', now(), now())");
    refused(Power.WRITE, "delete from spent");
    refused(Power.RIGHTS, "delete from spent");
    refused(Power.RETAIN, "select lookup from spent");
    refused(Power.RETAIN, "update spent set expires = expires");
  }

  @Test
  void theRightsRoleSeesTheOneSubjectItNames() {
    assertThat(count(Power.RIGHTS, "event")).isZero();
    long named =
        home.house
            .pools()
            .as(Power.RIGHTS)
            .inTransaction(handle -> {
              handle.execute("select set_config('aboveboard.subject', '1', true)");
              return handle
                  .createQuery("select count(distinct subject) from event")
                  .mapTo(Long.class)
                  .one();
            });
    assertThat(named).isOne();
  }
}
