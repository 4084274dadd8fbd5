package org.aboveboard.server.ledger;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;

/// The ledger as a page: how far it is published, who vouches for it, and how to check it.
///
/// @param trouble why nothing is published at the moment
@CheckedTemplate(basePath = "ledger", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record State(
    Frame frame, Receipt checkpoint, String vouched, List<Fact> witnesses, Optional<String> trouble)
    implements TemplateInstance {
  public State {
    witnesses = List.copyOf(witnesses);
  }
}
