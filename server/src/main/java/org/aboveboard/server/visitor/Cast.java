package org.aboveboard.server.visitor;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.declaration.Declaration;

/// The people the demonstration can be seen as; nobody outside of one.
@Singleton
final class Cast {
  private static final List<Member> MEMBERS =
      List.of(
          new Member("u:ana", "Ana", "has been here often", false, false),
          new Member("u:ben", "Ben", "has a browser that says: do not use my data", true, false),
          new Member("u:chi", "Chi", "is here for the first time", false, false),
          new Member("u:dee", "Dee", "is twelve years old", false, true));

  private final Declaration declaration;

  Cast(Declaration declaration) {
    this.declaration = declaration;
  }

  List<Member> members() {
    return declaration.isDemonstration() ? MEMBERS : List.of();
  }

  Optional<Member> find(String subject) {
    return members().stream().filter(member -> member.subject().equals(subject)).findFirst();
  }

  /// Whom a demonstration begins as.
  Optional<Member> first() {
    return members().stream().findFirst();
  }
}
