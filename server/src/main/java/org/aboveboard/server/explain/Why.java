package org.aboveboard.server.explain;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Figure;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;

/// Why this item was shown: the sentence, the sum, what would change it, the record of it.
///
/// @param to the item's own page
/// @param sentence one true sentence; enough by itself
/// @param figure the sum; nothing where nothing personal was used
/// @param sum the line under the bars, from [Sum#line]
/// @param record what the answer was made from, to be quoted and checked
/// @param proof the receipt of the answer
@CheckedTemplate(basePath = "explain", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Why(
    Frame frame,
    String title,
    String by,
    String to,
    RawString cover,
    String sentence,
    Optional<Figure> figure,
    Optional<String> sum,
    List<Change> changes,
    Optional<Link> model,
    Receipt record,
    Link proof)
    implements TemplateInstance {
  public Why {
    changes = List.copyOf(changes);
  }
}
