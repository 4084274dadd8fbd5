package org.aboveboard.server.map;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.map.Box;
import org.aboveboard.policy.map.Chapter;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.policy.map.Lane;
import org.aboveboard.policy.map.Legend;
import org.aboveboard.policy.map.State;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Link;

/// A map made ready for a page: drawn, explained and listed.
///
/// @param drawn nothing where there is too much to be drawn
/// @param key what the looks in the drawing mean, those that are there
/// @param whole leads back from a part of the map
/// @param digest of the policy it was made from
public record Sheet(
    String language,
    Legend.Words words,
    Optional<RawString> drawn,
    List<String> key,
    List<Listed> list,
    Optional<Link> whole,
    String digest) {
  /// More boxes than this are not drawn at once: nobody could read them.
  static final int MOST_DRAWN = 60;

  public Sheet {
    key = List.copyOf(key);
    list = List.copyOf(list);
  }

  /// @param here the address of the page
  /// @param around the box that is drawn alone, if one is
  public static Sheet of(DataMap map, String here, Optional<String> around) {
    return of(map, here, around, Map.of(), _ -> List.of());
  }

  /// @param alarms what was seen and is not declared, by lane
  /// @param seen what was noticed of a box
  public static Sheet of(
      DataMap map,
      String here,
      Optional<String> around,
      Map<Lane, Link> alarms,
      Function<Box, List<Fact>> seen) {
    Legend legend = Legend.of(map.language());
    Optional<DataMap> part = around.flatMap(map::around);
    DataMap shown = part.orElse(map);
    return new Sheet(
        map.language().code(),
        legend.words(),
        shown.boxes().size() <= MOST_DRAWN
            ? Optional.of(Drawing.of(shown, alarms))
            : Optional.empty(),
        key(shown, legend),
        new Listing(legend, here, seen).of(map.list()),
        part.map(_ -> new Link(legend.words().whole(), here)),
        map.digest());
  }

  /// The address of the same page with one box alone.
  static String part(String here, String id) {
    return here + (here.contains("?") ? "&" : "?") + "of=" + id;
  }

  private static List<String> key(DataMap map, Legend legend) {
    return Arrays.stream(State.values())
        .filter(state -> map.boxes().stream().anyMatch(box -> box.state() == state))
        .map(legend::drawn)
        .distinct()
        .toList();
  }

  /// Makes the list in the words of a legend.
  private record Listing(Legend legend, String here, Function<Box, List<Fact>> seen) {
    List<Listed> of(List<Chapter> chapters) {
      return chapters.stream()
          .map(chapter ->
              new Listed(
                  legend.lane(chapter.lane()),
                  chapter.entries().stream().map(this::entry).toList()))
          .toList();
    }

    private Listed.Entry entry(Chapter.Entry entry) {
      Box box = entry.box();
      return new Listed.Entry(
          box.id(),
          Spoken.sentence(box.label()),
          box.lane() == Lane.SEEN ? Optional.of(legend.kind(box.kind())) : Optional.empty(),
          state(box.state()),
          legend.lines(box.facts()).stream().map(l -> new Fact(l.name(), l.value())).toList(),
          seen.apply(box),
          links(entry.from()),
          links(entry.to()),
          new Link(legend.words().only(), part(here, box.id())));
    }

    private org.aboveboard.server.web.State state(State state) {
      String word = legend.state(state);
      return switch (state) {
        case NO_TOGGLE -> org.aboveboard.server.web.State.fixed(word);
        case CAN_OBJECT, ON -> new org.aboveboard.server.web.State("●", word, "ok");
        case RESTS_ON_CONSENT -> new org.aboveboard.server.web.State("○", word, "muted");
        case OFF_BY_YOU -> new org.aboveboard.server.web.State("◌", word, "muted");
        case OFF_FOR_ALL -> new org.aboveboard.server.web.State("■", word, "watch");
      };
    }

    private static List<Link> links(List<Box> boxes) {
      Map<String, Link> links = new LinkedHashMap<>();
      boxes.forEach(box -> links.put(box.id(), new Link(box.label(), "#" + box.id())));
      return List.copyOf(links.values());
    }
  }
}
