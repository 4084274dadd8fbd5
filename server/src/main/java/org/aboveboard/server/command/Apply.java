package org.aboveboard.server.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.diff.Diff;
import org.aboveboard.policy.diff.Summary;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReadPolicy;
import org.aboveboard.server.Options;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.ItemStore;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.VersionStore;
import org.aboveboard.server.journal.Journal;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.retain.Retain;
import org.aboveboard.server.retain.Run;
import org.aboveboard.server.sql.Power;

/// `apply`: puts a version of the policy in force on all nodes at once, while they run.
///
/// A faulty one changes nothing. It says what follows from the change. What the new version keeps
/// for less is deleted before the command is done.
final class Apply implements Command {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "apply";
  }

  @Override
  public String words() {
    return "FOLDER";
  }

  @Override
  public String line() {
    return "puts a policy in force, on all servers, while they run";
  }

  @Override
  public List<Option> options() {
    return List.of(Instance.STORE_OPTIONS.get(0), Instance.STORE_OPTIONS.get(2));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    Path folder = terminal.policy(arguments.onlyPath("folder of the policy"));
    ReadPolicy policy = PolicyFiles.read(folder);
    Options options = Instance.options(arguments, terminal);
    try (Opened opened = Opened.store(options, terminal.clock());
        Journal journal = new Journal(opened.pools().source(Power.WRITE), terminal.clock());
        Lease lease = Lease.open(opened.pools(), terminal.clock(), System::nanoTime)) {
      VersionStore versions = new VersionStore(opened.pools(), journal, terminal.clock());
      Optional<Policy> before =
          versions.join(options.demonstration()).map(last -> last.now().policy());
      boolean isHeard = put(policy, versions, lease, terminal);
      new OnFile(policy.policy(), today(terminal)).words().forEach(terminal::say);
      before.ifPresent(last -> tell(Diff.of(last, policy.policy()), terminal));
      Run run = retain(versions, options, opened, terminal).run();
      terminal.say("Deleted by it: %,d events, %,d answers.", run.events(), run.recommendations());
      return isHeard ? Main.DONE : Main.FAILED;
    }
  }

  private static boolean put(ReadPolicy read, VersionStore versions, Lease lease, Terminal terminal)
      throws InterruptedException, PolicyFaults {
    long index = versions.put(read);
    if (!lease.awaitHeard(index, Lease.EVERYBODY, PATIENCE)) {
      terminal.say("It is written down, but not every server has confirmed it yet.");
      terminal.say("Those that have not decide nothing until they have. Type this again.");
      return false;
    }
    terminal.say("In force: %s %s", read.policy().organisation().name(), read.policy().digest());
    return true;
  }

  private static LocalDate today(Terminal terminal) {
    return terminal.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static void tell(Diff diff, Terminal terminal) {
    Summary summary = diff.summary();
    if (!summary.isEmpty()) {
      summary.words().forEach(terminal::say);
    }
  }

  private static Retain retain(
      VersionStore versions, Options options, Opened opened, Terminal terminal) {
    Declaration declaration = versions.join(options.demonstration()).orElseThrow();
    Catalogue catalogue =
        new Catalogue(
            new ItemStore(opened.pools(), opened.safe().keyring(), terminal.clock()),
            terminal.clock());
    return new Retain(opened.pools(), declaration, catalogue, terminal.clock());
  }
}
