package org.aboveboard.server;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.collect.Protocol;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Contradictions;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.correct.Corrections;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.explain.Explain;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.key.EpochRoll;
import org.aboveboard.server.key.Epochs;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.ledger.Ledger;
import org.aboveboard.server.manual.Manuals;
import org.aboveboard.server.monitor.Corrected;
import org.aboveboard.server.monitor.Loops;
import org.aboveboard.server.monitor.Monitors;
import org.aboveboard.server.optout.Asked;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.receipt.Receipts;
import org.aboveboard.server.recommend.Recommend;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.recommend.Sentences;
import org.aboveboard.server.release.Releases;
import org.aboveboard.server.retain.Retain;
import org.aboveboard.server.rights.Access;
import org.aboveboard.server.rights.Choose;
import org.aboveboard.server.rights.Downloads;
import org.aboveboard.server.rights.Erase;
import org.aboveboard.server.rights.Forget;
import org.aboveboard.server.rights.Records;
import org.aboveboard.server.rights.Volunteer;
import org.aboveboard.server.run.Runs;
import org.aboveboard.server.seen.Lookout;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.vault.Figures;
import org.aboveboard.server.vault.Looks;
import org.aboveboard.server.vault.Vault;

/// Hands the house's rooms to the web's resources.
@Singleton
final class Rooms {
  private final House house;

  Rooms(Running running) {
    this.house = running.house();
  }

  @Produces
  @Singleton
  InstantSource clock() {
    return house.clock();
  }

  @Produces
  @Singleton
  Keyring keyring() {
    return house.keyring();
  }

  @Produces
  @Singleton
  Epochs epochs() {
    return house.safe().epochs();
  }

  @Produces
  @Singleton
  EpochRoll roll() {
    return house.roll();
  }

  @Produces
  @Singleton
  Pools pools() {
    return house.pools();
  }

  @Produces
  @Singleton
  Declaration declaration() {
    return house.declaration();
  }

  @Produces
  @Singleton
  Seen seen() {
    return house.seen();
  }

  @Produces
  @Singleton
  Alarms alarms() {
    return house.alarms();
  }

  @Produces
  @Singleton
  Lookout lookout() {
    return house.lookout();
  }

  @Produces
  @Singleton
  SubjectStore subjects() {
    return house.subjects();
  }

  @Produces
  @Singleton
  ConsentStore consentStore() {
    return house.consentStore();
  }

  @Produces
  @Singleton
  Heard heard() {
    return house.heard();
  }

  @Produces
  @Singleton
  Carriers carriers() {
    return house.carriers();
  }

  @Produces
  @Singleton
  Asked asked() {
    return house.asked();
  }

  @Produces
  @Singleton
  Narrow narrow() {
    return house.narrow();
  }

  @Produces
  @Singleton
  Deciding deciding() {
    return house.deciding();
  }

  @Produces
  @Singleton
  Prompts prompts() {
    return house.prompts();
  }

  @Produces
  @Singleton
  Consents consents() {
    return house.consents();
  }

  @Produces
  @Singleton
  Contradictions contradictions() {
    return house.contradictions();
  }

  @Produces
  @Singleton
  Vault vault() {
    return house.vault();
  }

  @Produces
  @Singleton
  Looks looks() {
    return house.looks();
  }

  @Produces
  @Singleton
  Figures figures() {
    return house.figures();
  }

  @Produces
  @Singleton
  Volunteer volunteer() {
    return house.rights().volunteer();
  }

  @Produces
  @Singleton
  Catalogue catalogue() {
    return house.catalogue();
  }

  @Produces
  @Singleton
  EventStore events() {
    return house.events();
  }

  @Produces
  @Singleton
  Collect collect() {
    return house.collect();
  }

  @Produces
  @Singleton
  Learn learn() {
    return house.learn();
  }

  @Produces
  @Singleton
  RecordStore records() {
    return house.records();
  }

  @Produces
  @Singleton
  Releases releases() {
    return house.releases();
  }

  @Produces
  @Singleton
  Corrections corrections() {
    return house.corrections();
  }

  @Produces
  @Singleton
  Recommend recommend() {
    return house.recommend();
  }

  @Produces
  @Singleton
  Choose choose() {
    return house.rights().choose();
  }

  @Produces
  @Singleton
  Records consentRecords() {
    return house.rights().records();
  }

  @Produces
  @Singleton
  Forget forget() {
    return house.rights().forget();
  }

  @Produces
  @Singleton
  Ledger ledger() {
    return house.ledger();
  }

  @Produces
  @Singleton
  Journal journal() {
    return house.journal();
  }

  @Produces
  @Singleton
  Erase erase() {
    return house.rights().erase();
  }

  @Produces
  @Singleton
  Retain retain() {
    return house.retain();
  }

  @Produces
  @Singleton
  Monitors monitors() {
    return house.monitors();
  }

  @Produces
  @Singleton
  Loops loops() {
    return house.loops();
  }

  @Produces
  @Singleton
  Corrected corrected() {
    return house.corrected();
  }

  @Produces
  @Singleton
  Sentences sentences() {
    return house.sentences();
  }

  @Produces
  @Singleton
  Explain explain() {
    return house.explain();
  }

  @Produces
  @Singleton
  Access access() {
    return house.rights().access();
  }

  @Produces
  @Singleton
  Downloads downloads() {
    return house.rights().downloads();
  }

  @Produces
  @Singleton
  Receipts receipts() {
    return house.receipts();
  }

  @Produces
  @Singleton
  Runs runs() {
    return house.runs();
  }

  @Produces
  @Singleton
  Manuals manuals() {
    return house.manuals();
  }

  @Produces
  @Singleton
  Protocol protocol() {
    return house.protocol();
  }
}
