package org.aboveboard.server.command;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aboveboard.server.Options;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.key.Safe;
import org.aboveboard.server.key.Wrap;
import org.aboveboard.server.ledger.Ledger;
import org.aboveboard.server.ledger.LedgerFault;
import org.aboveboard.server.postgres.Backup;

/// `restore`: fills a new instance from a backup and the root key it was made under.
final class RestoreCommand implements Command {
  @Override
  public String name() {
    return "restore";
  }

  @Override
  public String words() {
    return "FILE";
  }

  @Override
  public String line() {
    return "fills a new instance from a backup and its root key";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Instance.STORE_OPTIONS);
    options.add(
        Option.of("key", "FILE", "root.key in the copy of the key folder of the backup's time"));
    options.add(
        Option.of(
            "ledger", "FOLDER", "the published ledger, so that it goes on and does not fork"));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    Path file = arguments.onlyPath("backup");
    if (!Files.isRegularFile(file)) {
      throw new Complaint("There is no file " + file + ".", "Name the backup.");
    }
    Options options = Instance.options(arguments, terminal);
    bringKey(arguments, options);
    bringLedger(arguments, options);
    requireEpochs(file, options, terminal);
    try (Opened opened = Opened.store(options, terminal.clock())) {
      BackupStore store = new BackupStore(opened);
      Path ledger = ledger(options);
      BackupStore.Restored restored = restored(store, file, ledger, terminal);
      Backup.Summary summary = restored.summary();
      terminal.say("%,d rows of %d tables are back.", summary.rows(), summary.tables());
      if (restored.putBack() > 0) {
        terminal.say(
            "%,d entries that were published since are back too; their rows are lost.",
            restored.putBack());
      }
      if (Files.notExists(ledger.resolve("checkpoint"))) {
        terminal.say(
            "No published ledger was brought. If more of it was published than this backup");
        terminal.say(
            "holds, its readers and witnesses will see a fork: then bring it with --ledger.");
      }
      if (!store.isOpenedByRootKey(terminal.clock())) {
        throw new Complaint(
            "But this root key does not open them: it is another instance's.",
            "Put the right one at " + Instance.rootKey(options.data()) + ".");
      }
      int erased = store.erasedBefore(terminal.clock());
      if (erased > 0) {
        terminal.say("%,d people in it were erased after it was made.", erased);
        terminal.say("The next start erases them again before it serves anybody.");
      }
    }
    return Main.DONE;
  }

  private static BackupStore.Restored restored(
      BackupStore store, Path file, Path ledger, Terminal terminal) throws Exception {
    try {
      return store.restore(file, ledger, terminal.clock());
    } catch (LedgerFault fault) {
      throw new Complaint(
          "The rows are back, but the ledger is not theirs. " + fault.words(),
          "Restore into a new folder, with the ledger of that instance.");
    }
  }

  private static Path ledger(Options options) {
    return options.data().resolve("ledger");
  }

  /// The tiles and the checkpoint that were published, copied to where this instance publishes.
  private static void bringLedger(Arguments arguments, Options options)
      throws IOException, Complaint {
    if (!arguments.has("ledger")) {
      return;
    }
    Path given = arguments.path("ledger").orElseThrow();
    if (!Files.isRegularFile(given.resolve("checkpoint"))) {
      throw new Complaint(
          given + " holds no published ledger.",
          "Name the folder ledger of the instance that was.");
    }
    if (!Ledger.isOf(given, Keyring.in(Instance.rootKey(options.data()), new SecureRandom()))) {
      throw new Complaint(
          given + " is another instance's ledger: this root key did not sign it.",
          "Name the ledger of the instance that the backup is of.");
    }
    if (Files.exists(ledger(options).resolve("checkpoint"))) {
      throw new Complaint(
          "There is a ledger at " + ledger(options) + " already.", "Leave --ledger out to use it.");
    }
    try (Stream<Path> files = Files.walk(given)) {
      for (Path from : files.filter(Files::isRegularFile).toList()) {
        Path to = ledger(options).resolve(given.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
  }

  /// Before anything is written: a backup whose epoch was destroyed can open nothing any more.
  private static void requireEpochs(Path file, Options options, Terminal terminal)
      throws IOException, Complaint {
    Path keys = Instance.keys(options.data());
    Safe safe = Safe.in(keys, terminal.clock(), System::nanoTime, new SecureRandom());
    List<Integer> missing =
        Backup.epochs(file).stream()
            .filter(epoch -> epoch != Wrap.BEFORE && !safe.epochs().numbers().contains(epoch))
            .toList();
    if (!missing.isEmpty()) {
      throw new Complaint(
          "The keys in this backup are wrapped under "
              + missing.stream().map(epoch -> "epoch " + epoch).collect(joining(", "))
              + ", and "
              + keys
              + " has "
              + (safe.epochs().numbers().isEmpty() ? "no epochs" : safe.epochs().numbers())
              + ". Nothing was written.",
          "If that epoch was destroyed, this backup has ended: use one made since. Else bring the"
              + " copy of the whole folder keys, or name the root.key in it with --key.");
    }
  }

  /// The epochs, the other secrets and the erasures that lie beside a copy of the root key.
  private static void bringEpochs(Path given, Path rootKey) throws IOException {
    for (String name : List.of("erasures", "ledger.key")) {
      bring(given.resolveSibling(name), rootKey.resolveSibling(name));
    }
    Path epochs = given.resolveSibling("epochs");
    if (Files.isDirectory(epochs)) {
      Path here = rootKey.resolveSibling("epochs");
      Private.folder(here);
      try (Stream<Path> files = Files.list(epochs)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".key")).toList()) {
          bring(file, here.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void bring(Path from, Path to) throws IOException {
    if (Files.isRegularFile(from)) {
      Private.file(to, Files.readString(from));
    }
  }

  /// The key goes first: with a new one, everything restored would stay shut.
  private static void bringKey(Arguments arguments, Options options) throws IOException, Complaint {
    Path rootKey = Instance.rootKey(options.data());
    if (arguments.has("key") && Files.exists(rootKey)) {
      throw new Complaint(
          "There is a root key at " + rootKey + " already.",
          "Leave --key out to use it, or restore into a new folder with --data.");
    }
    if (arguments.has("key")) {
      Path given = arguments.path("key").orElseThrow();
      if (!Files.isRegularFile(given)) {
        throw new Complaint("There is no file " + given + ".", "Name the root key's file.");
      }
      try {
        Keyring.in(given, new SecureRandom());
      } catch (IOException e) {
        throw new Complaint(given + " holds no root key.", "Name the copy of keys/root.key.");
      }
      Files.createDirectories(rootKey.getParent());
      Private.file(rootKey, Files.readString(given));
      bringEpochs(given, rootKey);
    }
    if (!Files.exists(rootKey)) {
      throw new Complaint(
          "The root key is missing, and without it nothing about people could be read.",
          "Write --key FILE with the copy you kept of keys/root.key.");
    }
  }
}
