package org.aboveboard.server.receipt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;

/// A receipt as a page: what it says, how sure that is, the file to take along, and how to check it
/// without us.
///
/// @param vouched who vouches for the ledger it stands in, in a sentence
/// @param hashes every hash from what was said to the root that was signed
@CheckedTemplate(basePath = "receipt", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Proof(
    Frame frame, String title, Receipt says, String vouched, Link file, List<String> hashes)
    implements TemplateInstance {
  public Proof {
    hashes = List.copyOf(hashes);
  }
}
