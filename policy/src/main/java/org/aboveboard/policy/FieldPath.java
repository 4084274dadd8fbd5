package org.aboveboard.policy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where a value is found in a message, as in `properties.products[].product_id`.
public record FieldPath(List<Step> steps) {

  private static final Pattern FORM =
      Pattern.compile("(properties|traits|context)(\\.[A-Za-z_$][A-Za-z0-9_$-]{0,63}(\\[])?){1,6}");

  /// One member of an object; with `each`, every element of the list found there.
  public record Step(String name, boolean each) {}

  public FieldPath {
    steps = List.copyOf(steps);
  }

  /// The path a text spells, or nothing if it does not spell one.
  public static Optional<FieldPath> parse(String text) {
    var hasOneListAtMost = text.indexOf("[]") == text.lastIndexOf("[]");
    return FORM.matcher(text).matches() && hasOneListAtMost
        ? Optional.of(new FieldPath(Stream.of(text.split("\\.", -1)).map(FieldPath::step).toList()))
        : Optional.empty();
  }

  /// Whether one message can hold several values at this path.
  public boolean isMany() {
    return steps.stream().anyMatch(Step::each);
  }

  @Override
  public String toString() {
    return steps.stream()
        .map(step -> step.each() ? step.name() + "[]" : step.name())
        .collect(Collectors.joining("."));
  }

  private static Step step(String text) {
    var each = text.endsWith("[]");
    return new Step(each ? text.substring(0, text.length() - 2) : text, each);
  }
}
