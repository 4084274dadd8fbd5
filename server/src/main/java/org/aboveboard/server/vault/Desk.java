package org.aboveboard.server.vault;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// Where staff ask for one answer, agree to another's asking, and publish counts.
///
/// @param segments what can be asked for: words and id
/// @param opened the answer that was read by this press; it is shown this once
@CheckedTemplate(basePath = "vault", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Desk(
    Frame frame,
    String who,
    Optional<String> opened,
    List<Fact> segments,
    List<Line> looks,
    List<Act> publish)
    implements TemplateInstance {
  public Desk {
    segments = List.copyOf(segments);
    looks = List.copyOf(looks);
    publish = List.copyOf(publish);
  }

  /// A look that was asked for.
  ///
  /// @param act what whoever is signed in may do about it
  public record Line(String whose, String what, String why, String how, Optional<Act> act) {}
}
