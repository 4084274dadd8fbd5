package org.aboveboard.server.consent;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.aboveboard.server.web.Frame;

/// A prompt on a page of its own, for those who opened it from a line or from Privacy options.
@CheckedTemplate(basePath = "consent", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Ask(Frame frame, PromptCard prompt) implements TemplateInstance {}
