package org.aboveboard.server.command;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.policy.Figure;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Release;
import org.aboveboard.policy.Release.Measured;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.read.ReleaseFile;

/// `release`: signs that a model may be served as it was measured, under one version of a policy.
final class ReleaseCommand implements Command {
  private static final String USAGE =
      "Write release --evaluation FILE --as PERSON --key FILE --why TEXT --until DATE; for a limit"
          + " that was not met also --override FIGURE --because TEXT.";
  private static final String[] NONE = {};

  @Override
  public String name() {
    return "release";
  }

  @Override
  public String words() {
    return "--evaluation FILE …";
  }

  @Override
  public String line() {
    return "signs that a model may be served as it was measured";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.setting("policy", "FOLDER", "the policy it is about; policies/bookshop"),
        Option.of("model", "ID", "the model; the only one that declares limits"),
        Option.of("evaluation", "FILE", "evaluation.json, as evaluate --report wrote it"),
        Option.of("as", "PERSON", "who signs, by their id in people/"),
        Option.of("key", "FILE", "their private key"),
        Option.of("why", "TEXT", "why it may be served, in a sentence"),
        Option.of("until", "DATE", "the last day on which it counts, within a year"),
        Option.of("override", "FIGURES", "limits let through unmet, 90 days at most: gap,leakage"),
        Option.of("because", "TEXT", "why they may stay unmet for that while"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal)
      throws IOException, Complaint, PolicyFaults {
    arguments.noWords();
    Path folder = terminal.policy(arguments.path("policy").orElse(Path.of("bookshop")));
    LocalDate today = terminal.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    needed(arguments, "evaluation");
    needed(arguments, "key");
    Policy policy = PolicyFiles.read(folder).policy();
    Model model = model(policy, arguments);
    Signatory signatory = Signatory.of(policy, model, needed(arguments, "as"));
    Measurement measured = Measurement.read(arguments.path("evaluation").orElseThrow());
    List<Measured> limits = limits(arguments, signatory, measured);
    boolean isOverriding = limits.stream().anyMatch(limit -> limit.override().isPresent());
    Release unsigned =
        new Release(
            model.id(),
            measured.setting(),
            policy.digest(),
            measured.digest(),
            limits,
            measured.results(),
            signatory.person().role(),
            signatory.person().id(),
            plain(arguments, "why"),
            today,
            until(needed(arguments, "until"), today, isOverriding),
            "");
    Release signed = sign(signatory, unsigned, arguments.path("key").orElseThrow());
    String text = ReleaseFile.text(signed);
    requireReadable(text, signed);
    String file = new SignedFolder(folder, "releases").add(text, ReleaseFile.names(signed));
    tell(terminal, file, signatory, signed);
    return Main.DONE;
  }

  private static Model model(Policy policy, Arguments arguments) throws Complaint {
    List<Model> limited =
        policy.declared().models().stream().filter(one -> !one.gates().isEmpty()).toList();
    Optional<String> id = arguments.text("model");
    Optional<Model> model =
        id.isPresent()
            ? limited.stream().filter(one -> one.id().equals(id.get())).findFirst()
            : limited.stream().filter(_ -> limited.size() == 1).findFirst();
    return model.orElseThrow(() ->
        limited.isEmpty()
            ? new Complaint(
                "No model of this policy declares limits, so none has to be released.",
                "Declare some under 'limits' in models/ID.yaml, or serve it as it is.")
            : new Complaint(
                id.map(one -> "No model \"" + one + "\" declares limits.")
                    .orElse("Several models declare limits."),
                "Write --model with one of: "
                    + limited.stream().map(Model::id).collect(joining(", "))
                    + "."));
  }

  /// Each declared limit with what was measured, and why it is let through where it was not met.
  private static List<Measured> limits(
      Arguments arguments, Signatory signatory, Measurement measurement) throws Complaint {
    Set<Figure> overridden = overridden(arguments);
    List<Measured> limits = new ArrayList<>();
    for (Model.Limit limit : signatory.model().gates()) {
      Measured plain = new Measured(limit, measurement.of(limit), Optional.empty());
      limits.add(
          overridden.contains(limit.figure()) && !plain.isMet()
              ? new Measured(limit, plain.value(), Optional.of(plain(arguments, "because")))
              : plain);
    }
    requireLetThrough(signatory, limits);
    requireNeeded(overridden, limits);
    if (!overridden.isEmpty()) {
      signatory.requireOverriding();
    }
    return limits;
  }

  private static Set<Figure> overridden(Arguments arguments) throws Complaint {
    Set<Figure> figures = EnumSet.noneOf(Figure.class);
    for (String word : arguments.text("override").map(it -> it.split(",", -1)).orElse(NONE)) {
      figures.add(
          Figure.of(word.strip())
              .orElseThrow(() ->
                  new Complaint(
                      "--override names '" + word.strip() + "', which is no figure.",
                      "Name limits of the model, with commas between: --override gap,leakage.")));
    }
    return figures;
  }

  private static void requireLetThrough(Signatory signatory, List<Measured> limits)
      throws Complaint {
    String failed =
        limits.stream()
            .filter(limit -> !limit.isMet() && limit.override().isEmpty())
            .map(limit -> limit.limit().figure().word())
            .collect(joining(","));
    if (!failed.isEmpty()) {
      Set<String> roles = signatory.model().overriddenBy();
      throw new Complaint(
          "The model does not keep to its limits: " + failed + ".",
          "Change it and measure again"
              + (roles.isEmpty()
                  ? "; nobody may override them."
                  : "; or have it signed by "
                      + signatory.labels(roles)
                      + " with --override "
                      + failed
                      + " --because TEXT, for 90 days at most and shown to everybody."));
    }
  }

  private static void requireNeeded(Set<Figure> overridden, List<Measured> limits)
      throws Complaint {
    for (Figure figure : overridden) {
      if (limits.stream()
          .noneMatch(one -> one.limit().figure() == figure && one.override().isPresent())) {
        throw new Complaint(
            "There is nothing to override about '" + figure.word() + "'.",
            "Leave it out: the limit is met, or the model declares none of that figure.");
      }
    }
  }

  private static Release sign(Signatory signatory, Release unsigned, Path file)
      throws IOException, Complaint {
    return unsigned.with(KeyFile.signature(file, signatory.person(), unsigned.signed()));
  }

  private static void tell(Terminal terminal, String file, Signatory who, Release signed) {
    terminal.say(
        "%s: %s, %s, releases \"%s\" as %s until %s, under policy %s.",
        file,
        who.person().name(),
        who.role(),
        signed.model(),
        OnFile.words(signed.setting()),
        signed.until(),
        signed.policy());
    signed
        .limits()
        .forEach(limit ->
            terminal.say(
                "%s: %s, %s",
                limit.limit().figure().word(),
                limit.value().map(value -> value.toString()).orElse("not measured"),
                limit.isMet() ? "met" : "NOT met, overridden: " + limit.override().orElse("")));
    terminal.say("It counts once ./aboveboard apply has brought it to the servers, on those that");
    terminal.say("run with these settings. Any other version of the policy needs its own.");
  }

  /// What was typed and measured must come back from the file as it was signed.
  private static void requireReadable(String text, Release signed) throws Complaint {
    try {
      if (ReleaseFile.read("releases", text).equals(signed)) {
        return;
      }
    } catch (PolicyFaults e) {
      // said below
    }
    throw new Complaint(
        "--why, --because or a name in the evaluation cannot be written down.",
        "Write up to 400 plain signs in each, without control characters.");
  }

  private static LocalDate until(String text, LocalDate today, boolean isOverriding)
      throws Complaint {
    LocalDate longest = Release.longest(today, isOverriding);
    try {
      LocalDate day = LocalDate.parse(text);
      if (!day.isBefore(today) && !day.isAfter(longest)) {
        return day;
      }
    } catch (DateTimeParseException e) {
      // said below
    }
    throw new Complaint(
        "--until is not a day from today to " + longest + ".",
        "Write it as --until " + longest + (isOverriding ? ": an override is short." : "."));
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
