package org.aboveboard.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.aboveboard.models.Settings;
import org.aboveboard.policy.Release.Setting;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.alarm.Alarms;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.ItemStore;
import org.aboveboard.server.collect.Collect;
import org.aboveboard.server.collect.EventStore;
import org.aboveboard.server.collect.Protocol;
import org.aboveboard.server.collect.Quarantine;
import org.aboveboard.server.collect.QuarantineStore;
import org.aboveboard.server.collect.Rows;
import org.aboveboard.server.collect.SuppressionStore;
import org.aboveboard.server.consent.ConsentStore;
import org.aboveboard.server.consent.Consents;
import org.aboveboard.server.consent.Contradictions;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.correct.Corrections;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.VersionStore;
import org.aboveboard.server.explain.Explain;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.key.EpochRoll;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.key.Safe;
import org.aboveboard.server.learn.Learn;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.ledger.Ledger;
import org.aboveboard.server.manual.Manuals;
import org.aboveboard.server.monitor.Corrected;
import org.aboveboard.server.monitor.Loops;
import org.aboveboard.server.monitor.Monitors;
import org.aboveboard.server.optout.Asked;
import org.aboveboard.server.optout.AskedAsDeclared;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.receipt.Receipts;
import org.aboveboard.server.recommend.Recommend;
import org.aboveboard.server.recommend.RecordStore;
import org.aboveboard.server.recommend.Sentences;
import org.aboveboard.server.release.Releases;
import org.aboveboard.server.retain.Retain;
import org.aboveboard.server.rights.Everywhere;
import org.aboveboard.server.rights.Replay;
import org.aboveboard.server.rights.Rights;
import org.aboveboard.server.run.Runs;
import org.aboveboard.server.seen.Lookout;
import org.aboveboard.server.seen.Seen;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.aboveboard.server.subject.Anonymous;
import org.aboveboard.server.subject.SubjectStore;
import org.aboveboard.server.subject.WrappedStore;
import org.aboveboard.server.vault.Figures;
import org.aboveboard.server.vault.Looks;
import org.aboveboard.server.vault.Vault;

/// The whole instance, put together by hand in the order in which data flows through it.
///
/// The web and the command line are two doors to the same house; neither is needed to build it.
public final class House implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Ground ground;
  private final Ledger ledger;
  private final InstantSource clock;
  private final Journal journal;
  private final Declaration declaration;
  private final Seen seen;
  private final Lookout lookout;
  private final Alarms alarms;
  private final SubjectStore subjects;
  private final EpochRoll roll;
  private final ConsentStore consentStore;
  private final Heard heard = new Heard();
  private final Carriers carriers;
  private final Asked asked;
  private final Narrow narrow;
  private final Deciding deciding;
  private final Prompts prompts;
  private final Consents consents;
  private final Contradictions contradictions;
  private final Vault vault;
  private final Looks looks;
  private final Figures figures;
  private final Catalogue catalogue;
  private final EventStore events;
  private final SuppressionStore suppressions;
  private final Collect collect;
  private final QuarantineStore quarantined;
  private final Quarantine quarantine;
  private final Settings settings;
  private final Learn learn;
  private final Releases releases;
  private final Corrections corrections;
  private final RecordStore records;
  private final Recommend recommend;
  private final Rights rights;
  private final Retain retain;
  private final Monitors monitors;
  private final Loops loops;
  private final Sentences sentences;
  private final Explain explain;
  private final Receipts receipts;
  private final Runs runs;
  private final Manuals manuals;
  private final Protocol protocol;

  /// Where the policy in force comes from.
  private interface Declares {
    Declaration from(VersionStore versions) throws IOException, PolicyFaults;
  }

  private House(
      Options options,
      Declares declares,
      Ground ground,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException, PolicyFaults {
    Safe safe = ground.safe();
    Keyring keyring = safe.keyring();
    Pools pools = ground.pools();
    Lease lease = ground.lease();
    this.ground = ground;
    this.clock = clock;
    this.ledger =
        Ledger.open(Ground.ledger(options), keyring, ground.publishes().isPresent(), pools, clock);
    this.journal = new Journal(pools.source(Power.WRITE), clock);
    this.declaration = declares.from(new VersionStore(pools, journal, clock));
    lease.follow(declaration::follow);
    this.seen = new Seen(pools, clock);
    this.alarms = new Alarms(pools, clock);
    this.lookout =
        Lookout.of(
            seen,
            alarms,
            pools,
            declaration,
            ground.store().address(),
            ledger.witnessHosts(),
            clock);
    this.subjects = new SubjectStore(pools, safe, clock);
    this.roll = new EpochRoll(safe, new WrappedStore(pools), new Everywhere(pools, clock), clock);
    Replay.run(pools, subjects, declaration, clock);
    this.consentStore = new ConsentStore(pools, journal, subjects, declaration, clock);
    this.carriers = Carriers.open(heard);
    this.asked = new AskedAsDeclared(declaration, clock);
    this.narrow = new Narrow(asked);
    this.deciding = new Deciding(consentStore, declaration, lease);
    this.prompts = new Prompts(declaration, keyring, clock);
    this.consents =
        new Consents(consentStore, subjects, prompts, declaration, lease, clock, PATIENCE);
    this.contradictions = new Contradictions(consentStore, narrow, clock);
    this.vault = new Vault(pools, subjects, deciding, declaration, seen, clock);
    this.looks = new Looks(pools, subjects, deciding, declaration, seen, clock);
    this.figures = new Figures(pools, vault, declaration, clock);
    this.catalogue = new Catalogue(new ItemStore(pools, keyring, clock), clock);
    this.events = new EventStore(pools, journal, catalogue, seen, clock);
    this.suppressions = new SuppressionStore(pools);
    Rows rows = new Rows(keyring);
    this.collect =
        new Collect(events, deciding, subjects, suppressions, catalogue, rows, seen, clock);
    this.quarantined = new QuarantineStore(pools, journal, clock);
    this.quarantine = new Quarantine(quarantined, deciding, subjects, rows, clock);
    this.settings = settings(options);
    this.learn = new Learn(pools, declaration, journal, settings, seen, clock);
    lease.watch(learn::wake);
    learn.watch(lease::learnt);
    this.releases =
        new Releases(declaration, Setting.of(options.lambda(), options.xi()), alarms, clock);
    this.corrections = new Corrections(pools, declaration, catalogue, learn, alarms, chance, clock);
    Anonymous anonymous = new Anonymous(keyring);
    this.records = new RecordStore(pools, journal, anonymous, seen, clock);
    this.recommend =
        new Recommend(
            deciding,
            narrow,
            contradictions,
            events,
            catalogue,
            learn,
            releases,
            corrections,
            records,
            settings,
            clock);
    this.rights =
        Rights.of(
            pools,
            journal,
            consentStore,
            consents,
            subjects,
            catalogue,
            declaration,
            events,
            quarantined,
            records,
            vault,
            looks,
            learn,
            lease,
            clock);
    this.retain = new Retain(pools, declaration, catalogue, clock);
    this.monitors =
        new Monitors(pools, declaration, catalogue, seen, alarms, Between.sorting(vault), clock);
    this.loops = new Loops(pools, declaration, catalogue, learn, seen, alarms, clock);
    this.sentences = new Sentences(declaration, catalogue, learn);
    this.explain =
        new Explain(deciding, events, records, catalogue, learn, corrections, sentences, clock);
    this.receipts = new Receipts(pools, anonymous, subjects, ledger, declaration, clock);
    this.runs = new Runs(pools, journal, subjects, learn, declaration, settings, clock);
    this.manuals = new Manuals(declaration, learn, runs, releases);
    this.protocol =
        new Protocol(
            collect,
            (subject, purpose, how) -> rights.choose().withdraw(subject, purpose, how).settled(),
            contradictions,
            deciding,
            narrow,
            declaration,
            seen);
    ledger.start();
  }

  /// Opens the instance with a policy: reads it first, so that a faulty one changes nothing.
  public static House open(Options options, InstantSource clock) throws IOException, PolicyFaults {
    ReadPolicy read = PolicyFiles.read(options.policy());
    return open(read, options, clock, clock, new SecureRandom());
  }

  /// Opens an instance whose days are made to pass, with a policy that was read.
  ///
  /// @param clock the time that everything is decided, kept and learnt by
  /// @param machine the time of this machine, by which nodes hold their leases
  /// @param chance what decides where lists hold something by chance; never a key or an id
  public static House open(
      ReadPolicy read,
      Options options,
      InstantSource clock,
      InstantSource machine,
      RandomGenerator chance)
      throws IOException, PolicyFaults {
    return open(
        options, versions -> versions.open(read, options.demonstration()), clock, machine, chance);
  }

  /// Opens the instance with the policy that is in force in it; an empty one with that of the
  /// options.
  public static House join(Options options, InstantSource clock) throws IOException, PolicyFaults {
    return open(
        options,
        versions -> {
          Optional<Declaration> inForce = versions.join(options.demonstration());
          return inForce.isPresent()
              ? inForce.get()
              : versions.open(PolicyFiles.read(options.policy()), options.demonstration());
        },
        clock,
        clock,
        new SecureRandom());
  }

  private static House open(
      Options options,
      Declares declares,
      InstantSource clock,
      InstantSource machine,
      RandomGenerator chance)
      throws IOException, PolicyFaults {
    Ground ground = Ground.open(options, clock, machine);
    try {
      return new House(options, declares, ground, chance, clock);
    } catch (RuntimeException | IOException | PolicyFaults e) {
      ground.close();
      throw e;
    }
  }

  private static Settings settings(Options options) {
    Settings usual = Settings.of(options.lambda());
    return new Settings(options.lambda(), options.xi(), usual.largest(), usual.threads());
  }

  public InstantSource clock() {
    return clock;
  }

  public Keyring keyring() {
    return ground.safe().keyring();
  }

  public Safe safe() {
    return ground.safe();
  }

  public EpochRoll roll() {
    return roll;
  }

  public Pools pools() {
    return ground.pools();
  }

  public Ledger ledger() {
    return ledger;
  }

  public Journal journal() {
    return journal;
  }

  public Lease lease() {
    return ground.lease();
  }

  public Declaration declaration() {
    return declaration;
  }

  public Seen seen() {
    return seen;
  }

  public Alarms alarms() {
    return alarms;
  }

  public Lookout lookout() {
    return lookout;
  }

  public SubjectStore subjects() {
    return subjects;
  }

  public ConsentStore consentStore() {
    return consentStore;
  }

  public Heard heard() {
    return heard;
  }

  public Carriers carriers() {
    return carriers;
  }

  public Asked asked() {
    return asked;
  }

  public Narrow narrow() {
    return narrow;
  }

  public Deciding deciding() {
    return deciding;
  }

  public Prompts prompts() {
    return prompts;
  }

  public Consents consents() {
    return consents;
  }

  public Contradictions contradictions() {
    return contradictions;
  }

  public Vault vault() {
    return vault;
  }

  public Looks looks() {
    return looks;
  }

  public Figures figures() {
    return figures;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public EventStore events() {
    return events;
  }

  public SuppressionStore suppressions() {
    return suppressions;
  }

  public Quarantine quarantine() {
    return quarantine;
  }

  public Collect collect() {
    return collect;
  }

  public Settings settings() {
    return settings;
  }

  public Learn learn() {
    return learn;
  }

  public Releases releases() {
    return releases;
  }

  public Corrections corrections() {
    return corrections;
  }

  public RecordStore records() {
    return records;
  }

  public Recommend recommend() {
    return recommend;
  }

  public Rights rights() {
    return rights;
  }

  public Retain retain() {
    return retain;
  }

  public Monitors monitors() {
    return monitors;
  }

  /// What was done to lists because of a monitor's alarm.
  public Corrected corrected() {
    return Between.corrected(declaration, corrections);
  }

  public Loops loops() {
    return loops;
  }

  public Sentences sentences() {
    return sentences;
  }

  public Explain explain() {
    return explain;
  }

  public Receipts receipts() {
    return receipts;
  }

  public Runs runs() {
    return runs;
  }

  public Manuals manuals() {
    return manuals;
  }

  public Protocol protocol() {
    return protocol;
  }

  /// Stops in the opposite order: what is queued is written, then the store stops.
  @Override
  public void close() {
    carriers.close();
    rights.erase().close();
    learn.close();
    journal.close();
    ledger.close();
    seen.close();
    ground.close();
  }
}
