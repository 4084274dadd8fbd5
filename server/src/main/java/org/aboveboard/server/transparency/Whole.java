package org.aboveboard.server.transparency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.tell.Notice;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;

/// All about one purpose: the third layer of its prompt and of the notice.
///
/// @param about the purpose
/// @param state how it stands now; absent for an earlier version
/// @param query what leads to the same version and language
@CheckedTemplate(basePath = "transparency", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Whole(
    Frame frame,
    Notice notice,
    Notice.About about,
    String language,
    List<Link> languages,
    Optional<Link> inForce,
    Optional<State> state,
    String query,
    Receipt policy)
    implements TemplateInstance {
  public Whole {
    languages = List.copyOf(languages);
  }
}
