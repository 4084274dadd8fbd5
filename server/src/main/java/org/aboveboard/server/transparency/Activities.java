package org.aboveboard.server.transparency;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;

/// The record of processing as a page.
///
/// @param language its code
/// @param back the notice
/// @param file the same as a table for spreadsheets
@CheckedTemplate(basePath = "transparency", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Activities(
    Frame frame,
    String heading,
    String language,
    List<Link> languages,
    Link back,
    Link file,
    List<Activity> activities,
    Receipt policy)
    implements TemplateInstance {
  public Activities {
    languages = List.copyOf(languages);
    activities = List.copyOf(activities);
  }

  /// What is recorded of one purpose.
  public record Activity(String id, String name, List<Fact> facts) {
    public Activity {
      facts = List.copyOf(facts);
    }
  }
}
