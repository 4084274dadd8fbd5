package org.aboveboard.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The whole declaration of one version, and the one place where its decisions are made.
public final class Policy {

  private static final Decision.Deny UNKNOWN =
      new Decision.Deny(Reason.UNKNOWN_PURPOSE, Reason.UNKNOWN_PURPOSE.rule());

  private final Declared declared;
  private final String canonicalJson;
  private final String digest;
  private final List<Purpose> purposes;
  private final Map<String, Purpose> purposeById;
  private final Map<String, Surface> surfaceById;
  private final Map<String, Signal> signalById;
  private final Map<String, Category> categoryById;
  private final Map<String, EventType> eventByName = new HashMap<>();
  private final Map<String, Rule> rules;
  private final Obligations everything;

  /// @param declared what was read and found without fault
  Policy(Declared declared) {
    this.declared = declared;
    var canonical = new Canonical(declared);
    this.canonicalJson = canonical.policy();
    this.digest = Digest.of(canonicalJson);
    this.purposes =
        declared.purposes().stream()
            .map(purpose -> purpose.withDigest(Digest.of(canonical.meaning(purpose))))
            .sorted(Comparator.comparingInt(Purpose::number))
            .toList();
    this.purposeById = byId(purposes, Purpose::id);
    this.surfaceById = byId(declared.surfaces(), Surface::id);
    this.signalById = byId(declared.signals(), Signal::id);
    this.categoryById = byId(declared.categories(), Category::id);
    declared
        .events()
        .forEach(event -> Declared.keys(event).forEach(k -> eventByName.put(k, event)));
    this.rules =
        purposes.stream().collect(toUnmodifiableMap(Purpose::id, purpose -> rule(purpose)));
    this.everything = declared.everything();
  }

  /// Reads a policy's folder.
  ///
  /// @throws PolicyFaults naming everything that is wrong, if anything is
  public static Policy read(Path folder) throws PolicyFaults {
    return new Policy(PolicyReader.read(folder));
  }

  /// SHA-256 of the canonical JSON, in hexadecimal.
  public String digest() {
    return digest;
  }

  /// The whole declaration with sorted keys and no white space (RFC 8785).
  public String canonicalJson() {
    return canonicalJson;
  }

  public Organisation organisation() {
    return declared.organisation();
  }

  /// In the order of their numbers.
  public List<Purpose> purposes() {
    return purposes;
  }

  public Optional<Purpose> purpose(String id) {
    return Optional.ofNullable(purposeById.get(id));
  }

  /// The purposes another consent tool means by a name: their id or one of their aliases.
  public List<Purpose> purposesCalled(String name) {
    return purposes.stream()
        .filter(purpose -> purpose.id().equals(name) || purpose.aliases().contains(name))
        .toList();
  }

  public List<Surface> surfaces() {
    return declared.surfaces();
  }

  public Optional<Surface> surface(String id) {
    return Optional.ofNullable(surfaceById.get(id));
  }

  public List<EventType> events() {
    return declared.events();
  }

  /// The declared event a message is, by its kind and its name; a page without a name has an empty
  /// one.
  public Optional<EventType> event(String type, String name) {
    return Optional.ofNullable(eventByName.get(Declared.key(type, name)))
        .or(() -> Optional.ofNullable(eventByName.get(type)));
  }

  public List<Signal> signals() {
    return declared.signals();
  }

  public Optional<Signal> signal(String id) {
    return Optional.ofNullable(signalById.get(id));
  }

  public List<Category> categories() {
    return declared.categories();
  }

  public Optional<Category> category(String id) {
    return Optional.ofNullable(categoryById.get(id));
  }

  public List<Role> roles() {
    return declared.roles();
  }

  /// Whether this subject's data may be used as asked, now.
  public Decision decide(Question question, Standing standing, Instant now) {
    return decide(question, standing, Instant.MAX, now);
  }

  /// Whether the data of all who agreed may be used as asked, now.
  public Decision decide(PopulationQuestion question, Instant now) {
    var rule = rules.get(question.purpose().id());
    return rule != null && rule.isFor(question.purpose()) ? rule.decide(question, now) : UNKNOWN;
  }

  Decision decide(Question question, Standing standing, Instant occurred, Instant now) {
    var rule = rules.get(question.purpose().id());
    return rule != null && rule.isFor(question.purpose())
        ? rule.decide(question, standing, occurred, now)
        : UNKNOWN;
  }

  Obligations everything() {
    return everything;
  }

  private Rule rule(Purpose purpose) {
    return new Rule(purpose, digest, declared.obligations(purpose), declared.surfacesOf(purpose));
  }

  private static <T> Map<String, T> byId(List<T> things, Function<T, String> id) {
    return things.stream().collect(toUnmodifiableMap(id, Function.identity()));
  }
}
