package org.aboveboard.policy.map;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aboveboard.policy.Json;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.map.Chapter.Entry;
import org.aboveboard.policy.map.Edge.Leg;

/// The declared flow of data as boxes in five lanes: what is collected, as what it is kept, what it
/// is used for, by which model, and where it is seen.
///
/// An edge joins boxes of neighbouring lanes; only where a purpose has no model, or hands data to a
/// vendor, it passes the models' lane.
public final class DataMap {
  private final String digest;
  private final Language language;
  private final List<List<Stop>> lanes;
  private final List<Edge> edges;
  private final Map<String, Box> boxes;

  private DataMap(String digest, Language language, Collection<Box> boxes, List<Edge> edges) {
    this.digest = digest;
    this.language = language;
    this.edges =
        edges.stream().sorted(Comparator.comparing(Edge::from).thenComparing(Edge::to)).toList();
    this.boxes = boxes.stream().collect(toMap(Box::id, identity()));
    this.lanes = lanes();
  }

  /// The map of a policy as it is at a moment, in the words of a language.
  public static DataMap of(Policy policy, Language language, Instant now) {
    var flow = new Flow(policy);
    var boxes = new Boxes(policy, flow, language, now).all();
    return new DataMap(policy.digest(), language, boxes, flow.edges());
  }

  /// The map of these boxes and lines, wherever they come from.
  public static DataMap of(
      String digest, Language language, Collection<Box> boxes, List<Edge> edges) {
    return new DataMap(digest, language, boxes, edges);
  }

  /// The digest of the policy it was made from.
  public String digest() {
    return digest;
  }

  /// The language of its labels.
  public Language language() {
    return language;
  }

  /// The boxes of all lanes, from left to right and from top to bottom.
  public List<Box> boxes() {
    return Arrays.stream(Lane.values()).flatMap(lane -> boxes(lane).stream()).toList();
  }

  /// The boxes of one lane, from top to bottom.
  public List<Box> boxes(Lane lane) {
    return stops(lane).stream().filter(Box.class::isInstance).map(Box.class::cast).toList();
  }

  /// What a lane holds from top to bottom, room for passing lines included.
  public List<Stop> stops(Lane lane) {
    return lanes.get(place(lane));
  }

  public List<Edge> edges() {
    return edges;
  }

  /// The box of this id.
  public Optional<Box> box(String id) {
    return Optional.ofNullable(boxes.get(id));
  }

  /// How a line stands: as the strongest of its purposes, but never more than what it joins.
  public State state(Edge edge) {
    return Stream.of(edge.from(), edge.to())
        .flatMap(end -> box(end).stream())
        .map(Box::state)
        .filter(State::isOff)
        .findFirst()
        .orElseGet(() ->
            State.strongest(
                edge.purposes().stream()
                    .flatMap(purpose -> box(Kind.PURPOSE.box(purpose)).stream())
                    .map(Box::state)
                    .toList()));
  }

  /// The same map as it stands for one person.
  public DataMap standing(Function<Box, State> state) {
    var boxes = boxes().stream().map(box -> box.standing(state.apply(box))).toList();
    return new DataMap(digest, language, boxes, edges);
  }

  /// How often lines cross.
  public long crossings() {
    return Order.crossings(
        lanes.stream().map(lane -> lane.stream().map(Stop::id).toList()).toList(), legs(edges));
  }

  /// The part of the map that leads to a box and away from it; nothing if there is no such box.
  public Optional<DataMap> around(String id) {
    return box(id)
        .map(box -> new Around(box, edges).lines())
        .map(near -> new DataMap(digest, language, ends(id, near), near));
  }

  /// The same as a list of lists.
  public List<Chapter> list() {
    return Arrays.stream(Lane.values())
        .map(lane -> new Chapter(lane, boxes(lane).stream().map(this::entry).toList()))
        .filter(chapter -> !chapter.entries().isEmpty())
        .toList();
  }

  /// The same as canonical JSON, with the digest of the policy.
  public String json() {
    return Json.members()
        .text("policy", digest)
        .text("language", language.code())
        .texts("lanes", Arrays.stream(Lane.values()).map(Lane::word))
        .with("boxes", Json.list(boxes().stream().map(Box::json)))
        .with("edges", Json.list(edges.stream().map(Edge::json)))
        .object();
  }

  private Entry entry(Box box) {
    return new Entry(
        box,
        near(edges.stream().filter(edge -> edge.to().equals(box.id())).map(Edge::from)),
        near(edges.stream().filter(edge -> edge.from().equals(box.id())).map(Edge::to)));
  }

  /// The boxes of these ids in the order of the map.
  private List<Box> near(Stream<String> ids) {
    var wanted = ids.toList();
    return boxes().stream().filter(box -> wanted.contains(box.id())).toList();
  }

  private List<Box> ends(String id, List<Edge> near) {
    return Stream.concat(
            Stream.of(id), near.stream().flatMap(edge -> Stream.of(edge.from(), edge.to())))
        .distinct()
        .flatMap(end -> box(end).stream())
        .toList();
  }

  private List<List<Stop>> lanes() {
    var stops =
        Stream.<Stop>concat(
                boxes.values().stream(),
                edges.stream().flatMap(e -> e.past().stream()).distinct().map(Pass::new))
            .collect(toMap(Stop::id, identity()));
    var alphabetical =
        Arrays.stream(Lane.values())
            .map(lane ->
                stops.values().stream()
                    .filter(stop -> stop.lane() == lane)
                    .map(Stop::id)
                    .sorted()
                    .toList())
            .toList();
    return Order.of(alphabetical, legs(edges)).stream()
        .map(lane ->
            lane.stream().map(id -> Optional.ofNullable(stops.get(id)).orElseThrow()).toList())
        .toList();
  }

  private static List<Leg> legs(List<Edge> edges) {
    return edges.stream().flatMap(Edge::legs).distinct().toList();
  }

  private static int place(Lane lane) {
    return List.of(Lane.values()).indexOf(lane);
  }
}
