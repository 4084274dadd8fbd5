package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;

/// `approve`: signs that an invasive purpose may be on under one version of a policy; or makes the
/// key to sign with.
final class ApproveCommand implements Command {
  private static final String NEW_KEY = "new-key";
  private static final String USAGE =
      "Write approve --purpose ID --as PERSON --key FILE --why TEXT --results TEXT --until DATE,"
          + " or approve --new-key FILE.";

  @Override
  public String name() {
    return "approve";
  }

  @Override
  public String words() {
    return "--purpose ID …";
  }

  @Override
  public String line() {
    return "signs that an invasive purpose may be on, or makes the key for it";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of(NEW_KEY, "FILE", "makes a private key in that file, and nothing else"),
        Option.setting("policy", "FOLDER", "the policy it is about; policies/bookshop"),
        Option.of("purpose", "ID", "the invasive purpose"),
        Option.of("as", "PERSON", "who signs, by their id in people/"),
        Option.of("key", "FILE", "their private key"),
        Option.of("why", "TEXT", "why it may be on, in a sentence"),
        Option.of("results", "TEXT", "the measured results that rests on"),
        Option.of("until", "DATE", "the last day on which it counts, such as 2027-01-31"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    arguments.noWords();
    return arguments.has(NEW_KEY) ? makeKey(arguments, terminal) : approve(arguments, terminal);
  }

  private static int makeKey(Arguments arguments, Terminal terminal) throws IOException, Complaint {
    Path file = arguments.path(NEW_KEY).orElseThrow();
    String key = KeyFile.create(file, new SecureRandom());
    terminal.say("The private key is in %s, and nobody but you can read it.", file);
    terminal.say("Show it to nobody: whoever has it signs as you.");
    terminal.say("Its public half is a line of people/ID.yaml, beside your name and your role:");
    terminal.say("key: %s", key);
    return Main.DONE;
  }

  private static int approve(Arguments arguments, Terminal terminal)
      throws IOException, Complaint, PolicyFaults {
    needed(arguments, "key");
    Path folder = terminal.policy(arguments.path("policy").orElse(Path.of("bookshop")));
    LocalDate today = terminal.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    LocalDate until = until(needed(arguments, "until"), today);
    Policy policy = PolicyFiles.read(folder).policy();
    Assent assent = Assent.of(policy, needed(arguments, "purpose"), needed(arguments, "as"), today);
    String why = plain(arguments, "why");
    Approval unsigned = assent.unsigned(why, plain(arguments, "results"), until);
    Approval signed = sign(assent, unsigned, arguments.path("key").orElseThrow());
    String file = new ApprovalFolder(folder).add(signed);
    terminal.say(
        "%s: %s, %s, approves \"%s\" until %s, under policy %s.",
        file,
        assent.person().name(),
        Assent.label(policy, signed.role()),
        signed.purpose(),
        until,
        signed.policy());
    terminal.say(outcome(assent, PolicyFiles.read(folder).policy(), until, terminal));
    terminal.say("Any other version of the policy needs an approval of its own.");
    return Main.DONE;
  }

  private static Approval sign(Assent assent, Approval unsigned, Path file)
      throws IOException, Complaint {
    return unsigned.with(KeyFile.signature(file, assent.person(), unsigned.signed()));
  }

  private static String outcome(Assent assent, Policy policy, LocalDate until, Terminal terminal) {
    Purpose purpose = policy.purpose(assent.purpose().id()).orElseThrow();
    if (policy.closed(purpose, terminal.clock().instant()).isPresent()) {
      return "It is still off: changes.yaml asks for the signature of every one of: "
          + String.join(
              ", ",
              policy.declared().approvers().stream()
                  .map(role -> Assent.label(policy, role))
                  .toList())
          + ".";
    }
    LocalDate assessed = assent.assessment().until();
    return assessed.isBefore(until)
        ? "It may be on until " + assessed + ", when its assessment ends."
        : "It may be on until then, if nobody else's approval ends sooner.";
  }

  private static LocalDate until(String text, LocalDate today) throws Complaint {
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(today)) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new Complaint(
        "--until is not a day from today on.", "Write it as --until " + today.plusMonths(6) + ".");
  }

  private static String plain(Arguments arguments, String name) throws Complaint {
    return needed(arguments, name).strip().replaceAll("\\s+", " ");
  }

  private static String needed(Arguments arguments, String name) throws Complaint {
    return arguments
        .text(name)
        .filter(text -> !text.isBlank())
        .orElseThrow(() -> new Complaint("--" + name + " is missing.", USAGE));
  }
}
