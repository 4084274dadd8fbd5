package org.aboveboard.server.operate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// The staff's first page: what is wrong, what waits, what changed.
///
/// @param checked when the figures were read, in words
@CheckedTemplate(basePath = "operate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Today(
    Frame frame,
    String person,
    String role,
    String checked,
    List<Line> wrong,
    List<Line> waits,
    List<Line> changed,
    List<Fact> model,
    List<Fact> counts)
    implements TemplateInstance {
  public Today {
    wrong = List.copyOf(wrong);
    waits = List.copyOf(waits);
    changed = List.copyOf(changed);
    model = List.copyOf(model);
    counts = List.copyOf(counts);
  }
}
