package org.aboveboard.policy.read;

import static org.aboveboard.policy.Spoken.say;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads the small part of YAML a policy needs: texts, lists and blocks, a few levels deep.
///
/// It works on the parser's events and not on built objects, so what makes YAML dangerous never
/// comes to life: anchors, aliases, tags, depth and a second document are refused where they stand.
final class YamlReader {

  private static final int DEEPEST = 8;
  private static final int DEEPEST_FOREIGN = 24;
  private static final int LONGEST_FOREIGN = 4_194_304;
  private final String file;
  private final Faults faults;
  private final String text;
  private final int deepest;
  private final Iterator<Event> events;

  private YamlReader(String file, String text, int longest, int deepest, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.text = text;
    this.deepest = deepest;
    var settings = LoadSettings.builder().setCodePointLimit(longest).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /// The file's keys, or nothing if a fault was added.
  static Optional<Yaml.Block> read(String file, String text, int longest, Faults faults) {
    return read(file, text, longest, DEEPEST, faults);
  }

  /// The same for a file of another tool, which may be longer and nest deeper.
  static Optional<Yaml.Block> foreign(String file, String text, Faults faults) {
    return read(file, text, LONGEST_FOREIGN, DEEPEST_FOREIGN, faults);
  }

  private static Optional<Yaml.Block> read(
      String file, String text, int longest, int deepest, Faults faults) {
    var before = faults.count();
    if (Directive.refused(file, text, faults)) {
      return Optional.empty();
    }
    var found = new YamlReader(file, text, longest, deepest, faults).document();
    return found.filter(_ -> faults.count() == before);
  }

  private Optional<Yaml.Block> document() {
    try {
      return block();
    } catch (MarkedYamlEngineException e) {
      var trouble = YamlTrouble.of(e);
      fault(trouble.line(e), trouble.what(), trouble.cure());
    } catch (ReaderException e) {
      var sign = e.getCodePoint();
      fault(
          lineOf(text.indexOf(sign)),
          "YAML does not allow the sign " + HiddenSign.name(sign) + " in a file.",
          "Remove it: a policy is plain text.");
    } catch (YamlEngineException _) {
      fault(
          1, "This is not readable YAML.", "Write lines such as 'label: ...', and lists of them.");
    }
    return Optional.empty();
  }

  private int lineOf(int at) {
    return 1 + (int) text.substring(0, Math.max(at, 0)).chars().filter(c -> c == '\n').count();
  }

  private Optional<Yaml.Block> block() {
    events.next();
    var first = events.next();
    if (first.getEventId() == Event.ID.StreamEnd) {
      fault(1, "The file is empty.", "Fill it in, or remove it.");
      return Optional.empty();
    }
    var root = node(events.next(), 1);
    events.next();
    var rest = events.next();
    if (rest.getEventId() != Event.ID.StreamEnd) {
      fault(line(rest), "A second document starts here.", "Keep one document in each file.");
    }
    if (root instanceof Yaml.Block block) {
      return Optional.of(block);
    }
    fault(root.line(), "The file must be keys with values.", "Write lines such as 'label: ...'.");
    return Optional.empty();
  }

  private Yaml node(Event event, int depth) {
    refuseTricks(event);
    var line = line(event);
    return switch (event.getEventId()) {
      case Scalar -> {
        var scalar = (ScalarEvent) event;
        yield new Yaml.Text(scalar.getValue(), scalar.isPlain(), line);
      }
      case SequenceStart -> depth > deepest ? tooDeep(line) : items(line, depth);
      case MappingStart -> depth > deepest ? tooDeep(line) : mapping(line, depth);
      default -> new Yaml.Text("", true, line);
    };
  }

  private Yaml items(int line, int depth) {
    var items = new ArrayList<Yaml>();
    for (var e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(node(e, depth + 1));
    }
    return new Yaml.Items(items, line);
  }

  private Yaml mapping(int line, int depth) {
    var entries = new ArrayList<Yaml.Entry>();
    var keys = new HashSet<String>();
    for (var e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      var key = node(e, depth + 1);
      var value = node(events.next(), depth + 1);
      if (!(key instanceof Yaml.Text text)) {
        fault(key.line(), "A key must be one word.", "Write lines such as 'label: ...'.");
      } else if (keys.add(text.value())) {
        entries.add(new Yaml.Entry(text.value(), value, key.line()));
      } else {
        fault(
            key.line(),
            say("'%s' is here twice.", text.value()),
            "Keep one of the two and remove the other.");
      }
    }
    return new Yaml.Block(entries, line);
  }

  /// Walks past a collection that nests too deeply without following it down.
  private Yaml tooDeep(int line) {
    fault(line, "This is nested too deeply.", "Write it with fewer levels; a policy needs four.");
    for (var open = 1; open > 0; ) {
      open +=
          switch (events.next().getEventId()) {
            case SequenceStart, MappingStart -> 1;
            case SequenceEnd, MappingEnd -> -1;
            default -> 0;
          };
    }
    return new Yaml.Text("", true, line);
  }

  private void refuseTricks(Event event) {
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      fault(
          line(event),
          "Anchors (&) and aliases (*) are not used in a policy.",
          "Write the value out, so that what you read is what runs.");
    }
    if (tag(event).isPresent()) {
      fault(line(event), "Tags (!) are not used in a policy.", "Remove the tag.");
    }
  }

  private static Optional<String> tag(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar.getTag();
      case CollectionStartEvent start -> start.getTag();
      default -> Optional.empty();
    };
  }

  private void fault(int line, String what, String cure) {
    faults.add(new Place(file, line), what, cure);
  }

  private static int line(Event event) {
    return event.getStartMark().map(YamlReader::line).orElse(1);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }
}
