package org.aboveboard.policy.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Folder;
import org.aboveboard.policy.Signer;

/// Reads the fixtures from text files; how their lines are written is said in data.txt.
final class FixtureReader {
  private static final Signer OFFICER = Signer.fresh();

  private final Map<String, List<Fixture.Step>> bases = new HashMap<>();
  private final List<Fixture> fixtures = new ArrayList<>();
  private Draft draft = new Draft("");

  /// A fixture that is being read.
  private static final class Draft {
    private final String head;
    private final List<Fixture.Step> steps = new ArrayList<>();
    private String file = "";
    private final List<String> before = new ArrayList<>();
    private final List<String> after = new ArrayList<>();
    private final List<String> whole = new ArrayList<>();
    private Fixture.Where at = new Fixture.Where("", "");
    private String says = "";
    private String cure = "";
    private List<String> also = List.of();

    Draft(String head) {
      this.head = head;
    }

    /// Ends the change that was being read, if one was.
    void change() {
      var name = file;
      var from = String.join("\n", before);
      var to = String.join("\n", after);
      var text = String.join("\n", whole) + "\n";
      if (!before.isEmpty()) {
        steps.add(folder -> folder.replace(name, from, to));
      } else if (!whole.isEmpty()) {
        steps.add(folder -> folder.write(name, text));
      }
      before.clear();
      after.clear();
      whole.clear();
    }

    /// The fixture that a head such as "bad DP34 en: improves something" begins.
    Fixture fixture() {
      var colon = head.indexOf(": ");
      var words = List.of(head.substring(0, colon).split(" ", -1));
      return new Fixture(
          words.get(0),
          words.get(1),
          words.size() > 2 ? Optional.of(words.get(2)) : Optional.empty(),
          head.substring(colon + 2),
          List.copyOf(steps),
          at,
          says,
          cure,
          also);
    }
  }

  static List<Fixture> read(String file) {
    var reader = new FixtureReader();
    try (var in = FixtureReader.class.getResourceAsStream(file)) {
      new String(in.readAllBytes(), UTF_8).lines().forEach(reader::line);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    reader.end();
    return reader.fixtures;
  }

  private void line(String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    var word = line.split(" ", 2)[0];
    var rest = line.length() > word.length() ? line.substring(word.length() + 1) : "";
    switch (word) {
      case "-" -> draft.before.add(rest);
      case "+" -> draft.after.add(rest);
      case "|" -> draft.whole.add(rest);
      case "edit", "new" -> file(rest);
      case "drop", "on", "join", "sign", "copies" -> step(word, rest);
      case "at" -> draft.at = where(rest);
      case "says" -> draft.says = rest;
      case "cure" -> draft.cure = rest;
      case "also" -> draft.also = List.of(rest.split(" ", -1));
      case "bad", "good", "fault", "base" -> begin(line);
      default -> throw new AssertionError("no such line: " + line);
    }
  }

  private void file(String name) {
    draft.change();
    draft.file = name;
  }

  private void step(String word, String rest) {
    draft.change();
    switch (word) {
      case "on" -> draft.steps.addAll(bases.get(rest));
      case "drop" -> draft.steps.add(folder -> folder.delete(rest));
      case "join" -> draft.steps.add(OFFICER::join);
      case "sign" -> draft.steps.add(folder -> sign(folder, rest));
      default -> draft.steps.add(folder -> copy(folder, Integer.parseInt(rest)));
    }
  }

  private static Fixture.Where where(String rest) {
    var colon = rest.indexOf(": ");
    return new Fixture.Where(rest.substring(0, colon), rest.substring(colon + 2));
  }

  private void begin(String head) {
    end();
    draft = new Draft(head);
  }

  private void end() {
    draft.change();
    if (draft.head.startsWith("base ")) {
      bases.put(draft.head.substring("base ".length()), List.copyOf(draft.steps));
    } else if (!draft.head.isEmpty()) {
      fixtures.add(draft.fixture());
    }
  }

  /// The ethics officer signs that the taste profile may be on until a day.
  private static void sign(Folder folder, String until) {
    OFFICER.join(folder);
    var approval = OFFICER.approve(folder.read(), "taste-profile", LocalDate.parse(until));
    folder.write(
        "approvals/taste-profile.yaml",
        String.join(
            "\n",
            "purpose: " + approval.purpose(),
            "role: " + approval.role(),
            "person: " + approval.person(),
            "policy: \"" + approval.policy() + "\"",
            "why: " + approval.why(),
            "results: " + approval.results(),
            "until: " + approval.until(),
            "signature: " + approval.signature(),
            ""));
  }

  /// More purposes that ask for a yes, all of them at the home row.
  private static void copy(Folder folder, int many) {
    var ids = new ArrayList<>(List.of("taste-profile", "recommendations"));
    for (int copy = 0; copy < many; copy++) {
      ids.add("more-" + copy);
      folder.write(
          "purposes/more-" + copy + ".yaml",
          """
          number: %d
          label: {en: row %d, de: Reihe %d}
          sentence: {en: We fill a row., de: Wir füllen eine Reihe.}
          basis: consent
          level: general
          uses: [serve, audit]
          data: {}
          retention: P30D
          owner: model-owner
          ifNo: {en: you see no row, de: du siehst keine Reihe}
          """
              .formatted(100 + copy, copy, copy));
    }
    folder.replace(
        "surfaces/home-row.yaml",
        "[taste-profile, recommendations]",
        "[" + String.join(", ", ids) + "]");
  }
}
