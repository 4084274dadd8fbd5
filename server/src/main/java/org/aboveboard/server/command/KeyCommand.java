package org.aboveboard.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.Options;
import org.aboveboard.server.access.AccessKey;
import org.aboveboard.server.access.AccessKey.Kind;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.access.NewKey;

/// `key`: makes, lists and ends the keys that let somebody in. A key is shown once, when it is
/// made.
final class KeyCommand implements Command {
  private static final String USAGE =
      "Write key create write, key create secret, key create operator --person NAME --role ROLE,"
          + " key list, or key revoke ID.";

  @Override
  public String name() {
    return "key";
  }

  @Override
  public String words() {
    return "create|list|revoke …";
  }

  @Override
  public String line() {
    return "makes, lists and ends the keys that let somebody in";
  }

  @Override
  public List<Option> options() {
    List<Option> options = new ArrayList<>(Instance.STORE_OPTIONS);
    options.add(Option.of("person", "NAME", "whose operator key it is"));
    options.add(Option.of("role", "ROLE", "what that person answers for, by the policy"));
    return options;
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    List<String> words = arguments.words();
    String act = words.isEmpty() ? "" : words.getFirst();
    if (!List.of("create", "list", "revoke").contains(act)
        || words.size() != (act.equals("list") ? 1 : 2)) {
      throw new Complaint("It is not said what to do with which key.", USAGE);
    }
    Options options = Instance.options(arguments, terminal);
    Policy policy = PolicyFiles.read(options.policy()).policy();
    Kind kind = act.equals("create") ? kind(words.get(1)) : Kind.WRITE;
    if (kind == Kind.OPERATOR) {
      requireRole(arguments, policy);
    }
    try (Opened opened = Opened.store(options, terminal.clock())) {
      Keys keys = Keys.of(opened.pools(), terminal.clock());
      switch (act) {
        case "create" -> show(create(arguments, kind, keys), terminal);
        case "list" -> list(keys, terminal);
        default -> revoke(words.get(1), keys, terminal);
      }
    }
    return Main.DONE;
  }

  private static Kind kind(String word) throws Complaint {
    for (Kind kind : Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
        return kind;
      }
    }
    throw new Complaint("There is no kind of key called \"" + word + "\".", USAGE);
  }

  private static void requireRole(Arguments arguments, Policy policy) throws Complaint {
    List<String> roles = policy.roles().stream().map(Role::id).toList();
    if (arguments.text("person").orElse("").isBlank()
        || !roles.contains(arguments.text("role").orElse(""))) {
      throw new Complaint(
          "An operator key belongs to one person in one role.",
          "Write --person NAME and --role with one of: " + String.join(", ", roles) + ".");
    }
  }

  private static NewKey create(Arguments arguments, Kind kind, Keys keys) {
    return kind == Kind.OPERATOR
        ? keys.createOperator(
            arguments.text("person").orElseThrow(), arguments.text("role").orElseThrow())
        : keys.create(kind);
  }

  private static void show(NewKey made, Terminal terminal) {
    terminal.say("%s  %s", made.key().id(), made.secret());
    terminal.say("Keep it now: it is not shown again.");
  }

  private static void list(Keys keys, Terminal terminal) {
    List<AccessKey> live = keys.live();
    if (live.isEmpty()) {
      terminal.say("There are no keys. ./aboveboard key create secret makes one.");
    }
    for (AccessKey key : live) {
      terminal.say(
          "%s  %-8s  %s",
          key.id(),
          key.kind().name().toLowerCase(Locale.ROOT),
          key.person().map(person -> person + ", " + key.role().orElse("")).orElse(""));
    }
  }

  private static void revoke(String id, Keys keys, Terminal terminal) throws Complaint {
    if (!keys.revoke(id)) {
      throw new Complaint(
          "There is no live key " + id + ".", "./aboveboard key list shows those there are.");
    }
    terminal.say("%s lets nobody in any more.", id);
  }
}
