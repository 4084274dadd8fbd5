package org.aboveboard.server.styleguide;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.State;

/// The list of samples, and the small parts that pages are made of.
@CheckedTemplate(basePath = "styleguide", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Guide(Frame frame, List<Link> pages, List<State> states, List<RawString> covers)
    implements TemplateInstance {
  public Guide {
    pages = List.copyOf(pages);
    states = List.copyOf(states);
    covers = List.copyOf(covers);
  }
}
