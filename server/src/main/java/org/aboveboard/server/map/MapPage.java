package org.aboveboard.server.map;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.map.DataMap;
import org.aboveboard.policy.map.Legend;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Receipt;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The declared map, made at each request from the policy that decides; as it stands for a visitor
/// once they have chosen.
@Path(MapPage.HERE)
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class MapPage {
  static final String HERE = "/transparency/map";

  private final Frames frames;
  private final Visitor visitor;
  private final Deciding deciding;
  private final InstantSource clock;

  @Inject
  MapPage(Frames frames, Visitor visitor, Deciding deciding, InstantSource clock) {
    this.frames = frames;
    this.visitor = visitor;
    this.deciding = deciding;
    this.clock = clock;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(
      @QueryParam("of") Optional<String> box, @QueryParam("language") Optional<String> tag) {
    return deciding.about(List.of(visitor.name()), said -> view(said, box, tag));
  }

  private TemplateInstance view(Deciding.Said said, Optional<String> box, Optional<String> tag) {
    InForce inForce = said.inForce();
    Language language = visitor.language(inForce, tag);
    String here = HERE + tag.map(_ -> "?language=" + language.code()).orElse("");
    DataMap declared = DataMap.of(inForce.policy(), language, clock.instant());
    box.filter(id -> declared.box(id).isEmpty())
        .ifPresent(_ -> {
          throw Problem.notFound(
                  "Nothing of that name is on the map.", "Choose something from the list.")
              .thrown();
        });
    Optional<Own> own =
        said.of(visitor.name())
            .map(who ->
                new Own(
                    said,
                    who,
                    said.circumstances(visitor.optOuts(inForce), visitor.isMinor()),
                    clock.instant()))
            .filter(Own::hasChosen);
    return new PublicMap(
        frames.at(box.map(id -> Sheet.part(here, id)).orElse(here)),
        Sheet.of(own.map(one -> one.of(declared)).orElse(declared), here, box),
        own.map(_ -> Legend.of(language).words().own()),
        receipt(inForce));
  }

  private static Receipt receipt(InForce inForce) {
    return new Receipt(
        "The policy this map was made from",
        List.of(
            new Fact("controller", inForce.policy().organisation().controller().name()),
            new Fact("digest", inForce.policy().digest())));
  }
}
