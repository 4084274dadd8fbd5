package org.aboveboard.server.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;

/// The data map for everybody, and for one person once they have chosen.
///
/// @param own says that it is one person's
@CheckedTemplate(basePath = "map", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record PublicMap(Frame frame, Sheet sheet, Optional<String> own, Receipt policy)
    implements TemplateInstance {}
