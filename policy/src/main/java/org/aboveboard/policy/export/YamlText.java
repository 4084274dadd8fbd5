package org.aboveboard.policy.export;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.read.Yaml;

/// Blocks as text that every YAML reader, also one of the old version 1.1, takes for the same.
///
/// A text stands without quotation marks only if no reader could take it for anything else.
final class YamlText {
  private static final int LONGEST_LINE = 90;
  private static final Pattern SAFE =
      Pattern.compile("\\p{L}([\\p{L}\\p{N} _./’-]*[\\p{L}\\p{N}_/])?");
  private static final Pattern NUMBER_OR_FLAG =
      Pattern.compile("true|false|-?[0-9]{1,9}([.][0-9]{1,9})?");
  private static final Set<String> TAKEN_FOR_SOMETHING_ELSE =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf");

  private final StringBuilder out = new StringBuilder();

  private YamlText() {}

  static String of(Part part) {
    var text = new YamlText();
    text.block(part.block(), 0);
    return text.out.toString();
  }

  /// Whether an unquoted text stands for nothing.
  static boolean isNothing(String text) {
    return Set.of("", "~", "null", "Null", "NULL").contains(text);
  }

  private void block(Yaml.Block block, int indent) {
    for (var entry : block.entries()) {
      out.append(" ".repeat(indent)).append(scalar(entry.key())).append(':');
      value(entry.value(), indent + 2);
    }
  }

  private void value(Yaml value, int indent) {
    switch (value) {
      case Yaml.Text text -> out.append(' ').append(scalar(text)).append('\n');
      case Yaml.Items items when isShort(items) ->
          out.append(' ').append(flow(items.items())).append('\n');
      case Yaml.Items items -> {
        out.append('\n');
        items.items().forEach(item -> item(item, indent));
      }
      case Yaml.Block block when block.entries().isEmpty() -> out.append(" {}\n");
      case Yaml.Block block -> {
        out.append('\n');
        block(block, indent);
      }
    }
  }

  private void item(Yaml item, int indent) {
    out.append(" ".repeat(indent)).append('-');
    if (item instanceof Yaml.Block block && !block.entries().isEmpty()) {
      var start = out.length();
      block(block, indent + 2);
      // the first key stands beside the dash
      out.replace(start, start + indent + 2, " ");
    } else {
      value(item, indent + 2);
    }
  }

  private static boolean isShort(Yaml.Items list) {
    return list.items().stream().allMatch(Yaml.Text.class::isInstance)
        && flow(list.items()).length() <= LONGEST_LINE;
  }

  private static String flow(List<Yaml> items) {
    return items.stream()
        .map(item -> item instanceof Yaml.Text text ? scalar(text) : "")
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String scalar(Yaml.Text text) {
    return text.plain() && NUMBER_OR_FLAG.matcher(text.value()).matches()
        ? text.value()
        : scalar(text.value());
  }

  private static String scalar(String text) {
    return SAFE.matcher(text).matches()
            && !text.contains("  ")
            && !TAKEN_FOR_SOMETHING_ELSE.contains(text.toLowerCase(Locale.ROOT))
        ? text
        : Json.text(text);
  }
}
