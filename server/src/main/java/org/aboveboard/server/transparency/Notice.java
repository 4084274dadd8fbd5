package org.aboveboard.server.transparency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;

/// The policy in words, made from the same files that decide, with their digest.
///
/// @param numbers the few that matter: purposes, kinds of data, longest kept, companies
/// @param surfaces each place where suggestions appear, and what is shown there without consent
@CheckedTemplate(basePath = "transparency", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Notice(
    Frame frame,
    String organisation,
    String contact,
    List<Fact> numbers,
    List<Declared> purposes,
    List<Fact> surfaces,
    Receipt policy)
    implements TemplateInstance {
  public Notice {
    numbers = List.copyOf(numbers);
    purposes = List.copyOf(purposes);
    surfaces = List.copyOf(surfaces);
  }
}
