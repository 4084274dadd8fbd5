package org.aboveboard.server.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;

/// An erasure under way, or done: its steps, then its receipt.
///
/// @param proofs the entries of its stages, to take along
@CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Job(
    Frame frame, String title, List<Step> steps, Optional<Receipt> receipt, List<Link> proofs)
    implements TemplateInstance {
  public Job {
    steps = List.copyOf(steps);
    proofs = List.copyOf(proofs);
  }
}
