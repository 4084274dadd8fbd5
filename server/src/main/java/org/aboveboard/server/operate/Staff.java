package org.aboveboard.server.operate;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Use;
import org.aboveboard.server.access.AccessKey;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Persona;
import org.aboveboard.server.web.Visit;

/// Who of the staff is at the desk: by a key that is still good, or as a demonstration lets them.
@Singleton
public final class Staff {
  private static final String BY_KEY = "staff:key:";
  private static final String BY_ROLE = "staff:role:";

  private final Keys keys;
  private final Declaration declaration;
  private final Visit visit;

  Staff(Keys keys, Declaration declaration, Visit visit) {
    this.keys = keys;
    this.declaration = declaration;
    this.visit = visit;
  }

  /// A member of staff, in one role.
  public record Signed(String person, String role) {}

  /// Who is signed in; a key that was revoked meanwhile ends it.
  public Optional<Signed> here() {
    return visit.who().flatMap(who -> byKey(who).or(() -> byRole(who)));
  }

  /// Signs in by a key; false where it is no operator's.
  boolean enter(String presented) {
    Optional<AccessKey> key =
        keys.recognise(presented.strip()).filter(one -> one.kind() == AccessKey.Kind.OPERATOR);
    key.ifPresent(one -> visit.become(BY_KEY + one.id()));
    return key.isPresent();
  }

  /// Signs in as a role of the demonstration; false outside of one.
  boolean enterAs(String role) {
    boolean may = declaration.isDemonstration() && role(role).isPresent();
    if (may) {
      visit.become(BY_ROLE + role);
    }
    return may;
  }

  /// Whom the demonstration lets in without a key.
  List<Persona> inDemonstration() {
    return declaration.isDemonstration()
        ? declaration.now().policy().roles().stream()
            .map(role -> new Persona(role.id(), role.label().plain(), "made up", false))
            .toList()
        : List.of();
  }

  private Optional<Signed> byKey(String who) {
    return key(who).map(key -> new Signed(key.person().orElse(""), label(key.role().orElse(""))));
  }

  private Optional<Signed> byRole(String who) {
    return Optional.of(who)
        .filter(one -> one.startsWith(BY_ROLE) && declaration.isDemonstration())
        .flatMap(one -> role(one.substring(BY_ROLE.length())))
        .map(role -> new Signed(role.label().plain(), role.label().plain()));
  }

  /// Whether the role of who is signed in has a use of people's data among its own.
  public boolean may(Use use) {
    return visit.who().flatMap(this::roleOf).filter(role -> role.uses().contains(use)).isPresent();
  }

  private Optional<Role> roleOf(String who) {
    return key(who)
        .flatMap(AccessKey::role)
        .or(() ->
            Optional.of(who)
                .filter(one -> one.startsWith(BY_ROLE) && declaration.isDemonstration())
                .map(one -> one.substring(BY_ROLE.length())))
        .flatMap(this::role);
  }

  private Optional<AccessKey> key(String who) {
    return Optional.of(who)
        .filter(one -> one.startsWith(BY_KEY))
        .map(one -> one.substring(BY_KEY.length()))
        .flatMap(id -> keys.live().stream().filter(key -> key.id().equals(id)).findFirst());
  }

  private String label(String id) {
    return role(id).map(role -> role.label().plain()).orElse(id);
  }

  private Optional<Role> role(String id) {
    return declaration.now().policy().roles().stream()
        .filter(role -> role.id().equals(id))
        .findFirst();
  }
}
