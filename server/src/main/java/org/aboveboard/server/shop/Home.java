package org.aboveboard.server.shop;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Frame;

/// The shop's first page: what is new, the slot, the rest of the shelves.
@CheckedTemplate(basePath = "shop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Home(
    Frame frame, String title, Shelf fresh, Slot slot, List<Shelf> more, List<Category> categories)
    implements TemplateInstance {
  public Home {
    more = List.copyOf(more);
    categories = List.copyOf(categories);
  }
}
