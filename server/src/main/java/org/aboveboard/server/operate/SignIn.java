package org.aboveboard.server.operate;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Persona;

/// Where staff say who they are.
///
/// @param wrong what was wrong with the last try
/// @param staff whom the demonstration lets in without a key; empty outside of one
@CheckedTemplate(basePath = "operate", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record SignIn(Frame frame, Optional<String> wrong, List<Persona> staff)
    implements TemplateInstance {
  public SignIn {
    staff = List.copyOf(staff);
  }
}
