package org.aboveboard.server.consent;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A prompt as a piece of HTML, for a shop's own page.
///
/// @param action where its form is sent, on the shop's own site
@CheckedTemplate(basePath = "consent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Fragment(PromptCard prompt, String action) implements TemplateInstance {}
