package org.aboveboard.server.manual;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;
import org.aboveboard.server.web.When;

/// A manual as a page.
///
/// @param overrides what is let through though it is not met, one sentence each
@CheckedTemplate(basePath = "manual", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Told(
    Frame frame,
    String id,
    String label,
    String sentence,
    State state,
    Optional<String> because,
    List<String> overrides,
    List<Fact> about,
    List<Fact> used,
    List<String> notUsed,
    List<String> prohibited,
    String scale,
    List<Fact> settings,
    List<Fact> training,
    List<Fact> limits,
    List<String> overriddenBy,
    List<Fact> release,
    List<Fact> results,
    List<String> unknown,
    Receipt policy)
    implements TemplateInstance {
  public Told {
    overrides = List.copyOf(overrides);
    about = List.copyOf(about);
    used = List.copyOf(used);
    notUsed = List.copyOf(notUsed);
    prohibited = List.copyOf(prohibited);
    settings = List.copyOf(settings);
    training = List.copyOf(training);
    limits = List.copyOf(limits);
    overriddenBy = List.copyOf(overriddenBy);
    release = List.copyOf(release);
    results = List.copyOf(results);
    unknown = List.copyOf(unknown);
  }

  public static Told of(Frame frame, Manual manual) {
    return new Told(
        frame,
        manual.id(),
        manual.label(),
        manual.sentence(),
        manual.served() ? State.on("Served") : State.watch("Not served"),
        manual.because(),
        manual.overrides().stream().map(Told::sentence).toList(),
        List.of(
            new Fact("It works for", String.join(", ", manual.purposes())),
            new Fact("Who answers for it", manual.owner())),
        manual.used().stream()
            .map(one -> new Fact(one.id(), "what you " + one.verb() + "; counts " + one.weight()))
            .toList(),
        manual.notUsed(),
        manual.prohibited(),
        manual.scale().words(),
        settings(manual.scale()),
        training(manual.training()),
        manual.limits().stream().map(Told::limit).toList(),
        manual.overriddenBy(),
        manual.release().map(Told::release).orElse(List.of()),
        facts(manual.results()),
        manual.unknown(),
        new Receipt("Made from", List.of(new Fact("digest", manual.policy()))));
  }

  private static String sentence(Manual.Overridden one) {
    return "The limit of '"
        + one.figure()
        + "' is not met. "
        + one.by()
        + ", "
        + one.role()
        + ", lets it through until "
        + When.day(one.until())
        + ": "
        + one.why();
  }

  private static List<Fact> settings(Manual.Scale scale) {
    return List.of(
        new Fact("Kind", scale.kind()),
        new Fact("How strongly rare coincidences are damped (lambda)", scale.lambda() + ""),
        new Fact("How far often chosen items are scaled down (xi)", scale.xi() + ""));
  }

  private static List<Fact> training(Manual.Training training) {
    return List.of(
        new Fact("People whose acts are in it", training.people() + ""),
        new Fact("Items in it", training.items() + ""),
        new Fact("Acts in it", training.acts() + ""),
        new Fact("Follows the journal to entry", training.index() + ""),
        new Fact(
            "Last written down",
            training
                .run()
                .map(run -> When.moment(run.at()) + ", entry " + run.index())
                .orElse("not yet")));
  }

  private static Fact limit(Manual.Limit limit) {
    return new Fact(
        limit.figure() + ", " + limit.bound() + " " + limit.limit(),
        limit.measured().map(value -> "measured " + value).orElse("not measured")
            + limit.met().map(met -> met ? ": met" : ": not met").orElse(""));
  }

  private static List<Fact> release(Manual.Signed signed) {
    return List.of(
        new Fact("Signed by", signed.by() + ", " + signed.role()),
        new Fact("Why", signed.why()),
        new Fact("On", When.day(signed.on())),
        new Fact("Until", When.day(signed.until())),
        new Fact("For", signed.settings()),
        new Fact("SHA-256 of the evaluation", signed.evaluation()));
  }

  private static List<Fact> facts(Map<String, String> results) {
    return results.entrySet().stream()
        .map(entry -> new Fact(entry.getKey(), entry.getValue()))
        .toList();
  }
}
