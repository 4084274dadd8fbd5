package org.aboveboard.server.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Optional;

/// The page that says what went wrong, what it means, what to do, and a number to quote.
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Trouble(
    Frame frame, String cause, String cure, Optional<Link> next, Optional<String> number)
    implements TemplateInstance {}
