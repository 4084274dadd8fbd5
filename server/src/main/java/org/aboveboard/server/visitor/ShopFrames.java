package org.aboveboard.server.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Persona;
import org.aboveboard.server.web.Visit;

/// Frames with the shop's name, what the last press did and, in a demonstration, its people.
@ApplicationScoped
class ShopFrames implements Frames {
  /// Staff see no customer's pages here.
  private static final String STAFF = "/operate";

  private final Declaration declaration;
  private final Visit visit;
  private final Visitor visitor;
  private final Cast cast;
  private final Flash flash;

  ShopFrames(Declaration declaration, Visit visit, Visitor visitor, Cast cast, Flash flash) {
    this.declaration = declaration;
    this.visit = visit;
    this.visitor = visitor;
    this.cast = cast;
    this.flash = flash;
  }

  @Override
  public Frame at(String here) {
    Frame frame =
        Frame.of(declaration.now().policy().organisation().name(), here, visit.token())
            .among(here.startsWith(STAFF) ? List.of() : personas());
    return flash.take().map(frame::saying).orElse(frame);
  }

  private List<Persona> personas() {
    Optional<Member> current = visitor.member();
    return cast.members().stream()
        .map(member ->
            new Persona(
                member.subject(),
                member.name(),
                member.about(),
                current.filter(member::equals).isPresent()))
        .toList();
  }
}
