package org.aboveboard.server.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// Privacy options: what is on, what is held, what was done with it, and how to end it.
///
/// @param signal what the browser asks of every site, where it does
/// @param lately uses of the data, newest first: when, and what for
@CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Home(
    Frame frame,
    Optional<String> signal,
    List<Choice> choices,
    List<Switch> surfaces,
    List<Switch> signals,
    Optional<Act> pause,
    List<Held> held,
    List<Fact> lately,
    List<Past> history)
    implements TemplateInstance {
  public Home {
    choices = List.copyOf(choices);
    surfaces = List.copyOf(surfaces);
    signals = List.copyOf(signals);
    held = List.copyOf(held);
    lately = List.copyOf(lately);
    history = List.copyOf(history);
  }
}
