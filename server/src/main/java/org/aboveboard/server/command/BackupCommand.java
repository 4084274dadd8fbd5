package org.aboveboard.server.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aboveboard.server.Options;
import org.aboveboard.server.postgres.Backup;

/// `backup`: the whole store in one file, while it runs. The key that opens it is not in it.
final class BackupCommand implements Command {
  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String words() {
    return "FILE";
  }

  @Override
  public String line() {
    return "writes the whole store into one file, also while it runs";
  }

  @Override
  public List<Option> options() {
    return Instance.STORE_OPTIONS;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    Path file = arguments.onlyPath("file to write");
    if (Files.exists(file)) {
      throw new Complaint(
          file + " is there already.", "Name a file that is not, so that no backup is lost.");
    }
    Options options = Instance.options(arguments, terminal);
    Path rootKey = Instance.rootKey(options.data());
    Instance.requireKeys(options);
    try (Opened opened = Opened.store(options, terminal.clock())) {
      Backup.Summary summary = new BackupStore(opened).write(file);
      terminal.say(
          "%s: %,d rows of %d tables, schema %s, SHA-256 %s",
          file, summary.rows(), summary.tables(), summary.schemaVersion(), summary.sha256());
    }
    terminal.say(
        "What is about people in it opens only with the root key and the epochs, which are");
    terminal.say("not in it but beside this file:");
    terminal.say("  %s", rootKey.toAbsolutePath().normalize());
    terminal.say(
        "Keep a copy of that folder apart from the backup. Without it the backup is lost;");
    terminal.say(
        "with both, anybody can read it. When the next roll destroys the epoch it was made");
    terminal.say(
        "in, the backup opens no more: make a new one then, and renew the copy of the keys.");
    return Main.DONE;
  }
}
