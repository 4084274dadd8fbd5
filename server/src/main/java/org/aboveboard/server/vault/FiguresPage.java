package org.aboveboard.server.vault;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.aboveboard.policy.Segment;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.web.Frames;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How many people answered what, for everybody: what was published last, and nothing that is drawn
/// anew.
@Path(FiguresPage.HERE)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class FiguresPage {
  static final String HERE = "/transparency/segments";

  private final Frames frames;
  private final Declaration declaration;
  private final Figures figures;

  @Inject
  FiguresPage(Frames frames, Declaration declaration, Figures figures) {
    this.frames = frames;
    this.declaration = declaration;
    this.figures = figures;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance page() {
    return new Segments(frames.at(HERE), segments().stream().map(this::counted).toList());
  }

  private Counted counted(Segment segment) {
    return Counted.of(segment, figures.latest(segment));
  }

  private List<Segment> segments() {
    return declaration.now().policy().segments();
  }
}
