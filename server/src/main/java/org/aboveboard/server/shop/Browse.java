package org.aboveboard.server.shop;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.aboveboard.server.web.Frame;

/// One category of the shop, in the shop's own order.
@CheckedTemplate(basePath = "shop", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Browse(Frame frame, String title, Shelf shelf) implements TemplateInstance {}
