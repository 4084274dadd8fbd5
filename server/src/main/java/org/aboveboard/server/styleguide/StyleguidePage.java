package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/// Shows the samples; nothing on them can be pressed to any effect.
@Path("/styleguide")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class StyleguidePage {
  @GET
  public TemplateInstance guide() {
    return sample("styleguide");
  }

  @GET
  @Path("{name}")
  public TemplateInstance sample(String name) {
    return Optional.ofNullable(Samples.pages("sample").get(name))
        .orElseThrow(NotFoundException::new);
  }
}
