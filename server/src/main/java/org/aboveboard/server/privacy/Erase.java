package org.aboveboard.server.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// The question before erasing: what goes, what changes, what stays and why.
///
/// @param sure whether this is the second page, which asks for the last word
@CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Erase(
    Frame frame, List<Held> goes, List<String> changes, List<Fact> stays, boolean sure)
    implements TemplateInstance {
  public Erase {
    goes = List.copyOf(goes);
    changes = List.copyOf(changes);
    stays = List.copyOf(stays);
  }
}
