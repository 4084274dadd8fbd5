package org.aboveboard.server.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Receipt;

/// What a person saw when they chose, replayed from the record of it; nothing here can be pressed.
@CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Shown(Frame frame, PromptCard prompt, Receipt record) implements TemplateInstance {}
