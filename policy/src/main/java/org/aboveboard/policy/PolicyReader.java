package org.aboveboard.policy;

import static org.aboveboard.policy.Spoken.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Reads a folder into what it declares, finding every fault before it gives up.
final class PolicyReader {

  private static final int MOST_WEIGHT = 100;
  private static final Organisation NOBODY =
      new Organisation(
          "", "", "", "", new Organisation.Shown("", ""), new Organisation.Officers("", "", ""));

  private final Links links = new Links();
  private final PolicyFolder folder;
  private final Crossings crossings = new Crossings(links.faults());

  private PolicyReader(Path path) {
    this.folder = new PolicyFolder(path, links);
  }

  static Declared read(Path folder) throws PolicyFaults {
    return new PolicyReader(folder).read();
  }

  private Declared read() throws PolicyFaults {
    var organisation = folder.file("organisation.yaml").map(PolicyReader::organisation);
    var roles = folder.file("roles.yaml").map(this::roles).orElse(List.of());
    var declared =
        new Declared(
            organisation.orElse(NOBODY),
            things(Links.Kind.CATEGORY, PolicyReader::category),
            things(Links.Kind.SIGNAL, this::signal),
            things(Links.Kind.EVENT, (id, file) -> new EventReader(id, file, crossings).read()),
            things(Links.Kind.PURPOSE, (id, file) -> PurposeReader.read(id, file, crossings)),
            things(Links.Kind.SURFACE, this::surface),
            roles);
    links.check();
    crossings.check(declared);
    links.faults().throwIfAny();
    return declared;
  }

  private <T> List<T> things(Links.Kind kind, BiFunction<String, Reading, T> read) {
    var things = new ArrayList<T>();
    folder
        .things(kind)
        .forEach((id, file) -> {
          things.add(read.apply(id, file));
          file.done();
        });
    return things;
  }

  private static Organisation organisation(Reading file) {
    var shown = file.block("whatWeShow");
    var officers = file.block("officers");
    var organisation =
        new Organisation(
            file.text("name"),
            file.text("contact"),
            file.text("controller"),
            file.oneOf("language", Language.class, Language.EN).code(),
            new Organisation.Shown(shown.text("one"), shown.text("many")),
            new Organisation.Officers(
                officers.text("dataSteward"),
                officers.text("modelOwner"),
                officers.text("ethicsOfficer")));
    List.of(file, shown, officers).forEach(Reading::done);
    return organisation;
  }

  /// The languages a policy's derived sentences can be spoken in.
  private enum Language {
    EN;

    String code() {
      return "en";
    }
  }

  private List<Role> roles(Reading file) {
    var roles = new ArrayList<Role>();
    file.blocks()
        .forEach((id, block) -> {
          if (!PolicyFolder.isId(id)) {
            file.fault(
                id,
                say("'%s' is not an id.", id),
                "Write small letters, digits and single hyphens.");
          }
          links.declare(Links.Kind.ROLE, id);
          roles.add(new Role(id, block.text("label"), block.someOf("uses", Use.class)));
          block.done();
        });
    return roles;
  }

  private static Category category(String id, Reading file) {
    return new Category(
        id,
        file.text("label"),
        file.oneOf("sensitivity", Sensitivity.class, Sensitivity.SENSITIVE),
        file.oneOf("provenance", Provenance.class, Provenance.OBSERVED));
  }

  private Signal signal(String id, Reading file) {
    var signal =
        new Signal(
            id,
            file.text("verb"),
            file.wholeNumber("weight", 1, MOST_WEIGHT),
            file.optionalBlock("counts").map(PolicyReader::threshold));
    signal.counts().ifPresent(counts -> crossings.counts(signal, counts, file.place("counts")));
    return signal;
  }

  private static Signal.Threshold threshold(Reading counts) {
    var threshold = new Signal.Threshold(counts.text("field"), counts.number("atLeast"));
    counts.done();
    return threshold;
  }

  private Surface surface(String id, Reading file) {
    var surface =
        new Surface(
            id,
            file.text("label"),
            file.links("purposes", Links.Kind.PURPOSE),
            file.oneOf("fallback", Fallback.class, Fallback.POPULAR),
            file.periodOr("window", Surface.NO_WINDOW),
            file.flagOr("promptSlot", false),
            file.flagOr("critical", false),
            file.wholeNumber("length", 1, 200));
    if (surface.fallback() == Fallback.POPULAR && surface.window().isZero()) {
      file.fault("fallback", "'window' is missing.", "Say of how long, such as 'window: P30D'.");
    }
    if (surface.promptSlot() && surface.critical()) {
      file.fault(
          "promptSlot",
          "A critical surface cannot have a prompt slot.",
          "Ask somewhere else: nobody is asked in the middle of something.");
    }
    surface.purposes().forEach(p -> crossings.serves(p, file.place("purposes")));
    return surface;
  }
}
