package org.aboveboard.server.transparency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.tell.Notice;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;

/// The public notice in its layers: a line for each purpose, a card for each, and all the rest.
///
/// @param language its code
/// @param languages the same page in the other languages
/// @param map where the data goes, drawn
/// @param states how each purpose stands now, by its id; empty for an earlier version
/// @param query what leads to the same version and language
/// @param files what is made from the same policy for machines
@CheckedTemplate(basePath = "transparency", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Overview(
    Frame frame,
    Notice notice,
    String language,
    List<Link> languages,
    Optional<Link> inForce,
    Link map,
    Map<String, State> states,
    String query,
    List<Link> files,
    Receipt policy)
    implements TemplateInstance {
  public Overview {
    languages = List.copyOf(languages);
    states = Map.copyOf(states);
    files = List.copyOf(files);
  }
}
