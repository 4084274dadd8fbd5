package org.aboveboard.server.vault;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Frame;

/// What all answers together show, for everybody.
@CheckedTemplate(basePath = "vault", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Segments(Frame frame, List<Counted> segments) implements TemplateInstance {
  public Segments {
    segments = List.copyOf(segments);
  }
}
