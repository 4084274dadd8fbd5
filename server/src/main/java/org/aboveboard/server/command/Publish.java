package org.aboveboard.server.command;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.export.Dpv;
import org.aboveboard.policy.export.Fideslang;
import org.aboveboard.policy.export.RecordOfProcessing;
import org.aboveboard.policy.export.Tilt;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.policy.tell.Notice;

/// `publish`: what others read of a policy, made from its folder without a running instance.
final class Publish implements Command {

  /// What can be made of a policy.
  private enum Form {
    FIDESLANG,
    DPV,
    TILT,
    RECORD,
    NOTICE,
    POLICY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether its words are in one language of the policy.
    boolean speaks() {
      return switch (this) {
        case TILT, RECORD, NOTICE -> true;
        case FIDESLANG, DPV, POLICY -> false;
      };
    }

    String write(Policy policy, Language language) {
      return switch (this) {
        case FIDESLANG -> Fideslang.write(policy);
        case DPV -> Dpv.write(policy);
        case TILT -> Tilt.write(policy, language);
        case RECORD -> RecordOfProcessing.of(policy, language).csv();
        case NOTICE -> Notice.of(policy, language).json();
        case POLICY -> policy.canonicalJson();
      };
    }

    static String all() {
      return Arrays.stream(values()).map(Form::word).collect(joining("|"));
    }
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String words() {
    return "[FOLDER]";
  }

  @Override
  public String line() {
    return "writes what others read of a policy, with its digest";
  }

  @Override
  public List<Option> options() {
    return List.of(
        Option.of("as", "FORM", Form.all()),
        Option.of("language", "CODE", "of the words, such as de; the policy's first"),
        Option.of("out", "FILE", "where to write it; the terminal"));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    Path folder =
        arguments.words().isEmpty() ? Path.of("bookshop") : arguments.onlyPath("policy's folder");
    Form form = form(arguments.text("as"));
    Policy policy = PolicyFiles.read(terminal.policy(folder)).policy();
    String text = form.write(policy, language(arguments.text("language"), form, policy));
    Optional<Path> out = arguments.path("out");
    if (out.isPresent()) {
      Files.writeString(out.get(), text);
      terminal.say("%s is in %s, made from %s.", form.word(), out.get(), policy.digest());
    } else {
      terminal.out().print(text);
      terminal.out().flush();
    }
    return Main.DONE;
  }

  private static Form form(Optional<String> word) throws Complaint {
    return Arrays.stream(Form.values())
        .filter(form -> word.filter(form.word()::equals).isPresent())
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "It is not clear what to make of the policy.",
                "Write --as and one of " + Form.all().replace("|", ", ") + "."));
  }

  private static Language language(Optional<String> code, Form form, Policy policy)
      throws Complaint {
    if (code.isEmpty()) {
      return policy.organisation().language();
    }
    if (!form.speaks()) {
      throw new Complaint(form.word() + " is the same in every language.", "Leave --language out.");
    }
    List<Language> spoken = policy.organisation().languages();
    return spoken.stream()
        .filter(language -> language.code().equals(code.get()))
        .findFirst()
        .orElseThrow(() ->
            new Complaint(
                "The policy does not speak \"" + code.get() + "\".",
                "It speaks " + spoken.stream().map(Language::code).collect(joining(", ")) + "."));
  }
}
