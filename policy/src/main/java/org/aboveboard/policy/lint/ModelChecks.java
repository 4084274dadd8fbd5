package org.aboveboard.policy.lint;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.aboveboard.policy.Spoken.say;
import static org.aboveboard.policy.lint.Rule.error;
import static org.aboveboard.policy.lint.Rule.warning;

import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.Field;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Signal;
import org.aboveboard.policy.read.Kind;

/// What is demanded of models, and of the signals they are made of.
final class ModelChecks {
  private static final String LEAST = "GDPR Art. 5(1)(c)";

  static final List<Check> ALL =
      List.of(
          new Check(
              error("M-SENSITIVE", "Nothing that can hurt goes into a model.", "GDPR Art. 9(1)"),
              ModelChecks::sensitive),
          new Check(
              error("M-PROHIBITED", "A model takes nothing that it prohibits.", "GDPR Art. 5(1)(a)")
                  .and(Held.RUNTIME, "`Scope`: the signal is left out"),
              ModelChecks::prohibited),
          new Check(
              warning("M-INPUT", "A model takes only what one of its purposes takes.", LEAST),
              ModelChecks::input),
          new Check(
              warning("M-SIGNAL", "Every signal is taken by somebody.", LEAST),
              ModelChecks::untaken),
          new Check(
              warning("P-SIGNAL", "A purpose takes only signals that events bring it.", LEAST),
              ModelChecks::unfed));

  private ModelChecks() {}

  private static Stream<Remark> sensitive(Inspection in) {
    return inputs(
        in,
        (_, category) -> in.isSensitive(category),
        "which can hurt people: what is learnt shows in others' answers.");
  }

  private static Stream<Remark> prohibited(Inspection in) {
    return inputs(
        in,
        (model, category) -> in.declared().isPartOf(category, model.prohibited()),
        "and says that it never does.");
  }

  private static Stream<Remark> inputs(
      Inspection in, BiPredicate<Model, String> isWrong, String why) {
    return in.declared().models().stream()
        .flatMap(model ->
            model.inputs().stream()
                .sorted()
                .flatMap(input ->
                    categories(in, input)
                        .filter(category -> isWrong.test(model, category))
                        .map(category ->
                            new Remark(
                                in.place(Kind.MODEL, model.id(), "inputs"),
                                say("With '%s' it learns from '%s', %s", input, category, why),
                                say("Take '%s' out of 'inputs'.", input)))));
  }

  /// What a signal tells: the categories of the events that feed it, and of what it counts by.
  private static Stream<String> categories(Inspection in, String signal) {
    return in.declared()
        .feeding(signal)
        .flatMap(event ->
            Stream.concat(
                Stream.of(event.category()),
                event.fields().stream()
                    .filter(field -> DataChecks.isCounted(in.policy(), event, field))
                    .map(Field::category)))
        .distinct();
  }

  private static Stream<Remark> input(Inspection in) {
    return in.declared().models().stream()
        .flatMap(model -> {
          var taken = taken(in, model.purposes());
          return model.inputs().stream()
              .filter(input -> !taken.contains(input))
              .sorted()
              .map(input ->
                  new Remark(
                      in.place(Kind.MODEL, model.id(), "inputs"),
                      say("No purpose of this model takes '%s': nobody agreed to it.", input),
                      "Remove it here, or add it to the signals of a purpose."));
        });
  }

  private static Set<String> taken(Inspection in, Set<String> purposes) {
    return in.policy().purposes().stream()
        .filter(purpose -> purposes.contains(purpose.id()))
        .flatMap(purpose -> purpose.signals().stream())
        .collect(toUnmodifiableSet());
  }

  private static Stream<Remark> untaken(Inspection in) {
    var all = in.policy().purposes().stream().map(Purpose::id).collect(toUnmodifiableSet());
    var taken = taken(in, all);
    return in.policy().signals().stream()
        .map(Signal::id)
        .filter(signal -> !taken.contains(signal))
        .map(signal ->
            new Remark(
                in.place(Kind.SIGNAL, signal, "verb"),
                "No purpose takes this signal: it is declared for nothing.",
                "Remove the file, or add the signal to a purpose."));
  }

  private static Stream<Remark> unfed(Inspection in) {
    return in.policy().purposes().stream()
        .flatMap(purpose ->
            purpose.signals().stream()
                .filter(signal ->
                    in.declared().feeding(signal).noneMatch(event -> isFor(event, purpose)))
                .sorted()
                .map(signal ->
                    new Remark(
                        in.place(Kind.PURPOSE, purpose.id(), "signals"),
                        say("No event brings the signal '%s' to this purpose.", signal),
                        "Remove it here, or name the purpose at an event that feeds it.")));
  }

  private static boolean isFor(EventType event, Purpose purpose) {
    return event.purposes().contains(purpose.id());
  }
}
