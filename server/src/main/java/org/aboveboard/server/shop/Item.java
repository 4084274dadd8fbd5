package org.aboveboard.server.shop;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// One item's own page.
///
/// @param rated the stars this person gave it, zero for none
/// @param beside what others looked at together with it; made from this page alone
@CheckedTemplate(basePath = "shop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Item(
    Frame frame,
    String id,
    String title,
    String by,
    RawString cover,
    List<Fact> facts,
    Optional<String> about,
    int rated,
    Optional<Shelf> beside)
    implements TemplateInstance {
  public Item {
    facts = List.copyOf(facts);
  }
}
