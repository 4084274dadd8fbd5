package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.aboveboard.server.Options;
import org.aboveboard.server.key.Keyring;
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
    options.add(Option.of("key", "FILE", "the root key that the backup was made under"));
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
    try (Opened opened = Opened.store(options)) {
      BackupStore store = new BackupStore(opened);
      Backup.Summary summary = store.restore(file, terminal.clock());
      terminal.say("%,d rows of %d tables are back.", summary.rows(), summary.tables());
      if (!store.isOpenedByRootKey(terminal.clock())) {
        throw new Complaint(
            "But this root key does not open them: it is another instance's.",
            "Put the right one at " + Instance.rootKey(options.data()) + ".");
      }
    }
    return Main.DONE;
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
    }
    if (!Files.exists(rootKey)) {
      throw new Complaint(
          "The root key is missing, and without it nothing about people could be read.",
          "Write --key FILE with the copy you kept of keys/root.key.");
    }
  }
}
