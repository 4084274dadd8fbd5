package org.aboveboard.server.shop;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Frame;

/// What is about to be bought. A critical place: nothing is asked and nothing is suggested here.
@CheckedTemplate(basePath = "shop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Basket(Frame frame, List<Card> cards) implements TemplateInstance {
  public Basket {
    cards = List.copyOf(cards);
  }
}
