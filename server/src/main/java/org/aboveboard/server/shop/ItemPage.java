package org.aboveboard.server.shop;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Face;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Problem;
import org.aboveboard.server.web.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// One item's own page, and what can be done on it.
@Path("/shop/item/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ItemPage {
  private final Frames frames;
  private final Visitor visitor;
  private final Catalogue catalogue;
  private final Doings doings;
  private final Beside beside;
  private final BasketCookie basket;
  private final Flash flash;

  @Inject
  ItemPage(
      Frames frames,
      Visitor visitor,
      Catalogue catalogue,
      Doings doings,
      Beside beside,
      BasketCookie basket,
      Flash flash) {
    this.frames = frames;
    this.visitor = visitor;
    this.catalogue = catalogue;
    this.doings = doings;
    this.beside = beside;
    this.basket = basket;
    this.flash = flash;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show(@PathParam("id") String id) {
    Face face = face(id);
    doings.viewed(visitor, id);
    return new Item(
        frames.at("/shop/item/" + face.path()),
        face.path(),
        face.item().title(),
        face.by(),
        face.named(),
        Facts.of(face),
        face.attribute("about"),
        0,
        beside.of(face.item()));
  }

  @POST
  @Path("buy")
  @Operation(hidden = true)
  public Response buy(@PathParam("id") String id) {
    basket.put(face(id).item());
    return Back.to("/shop/basket");
  }

  @POST
  @Path("rate")
  @Operation(hidden = true)
  public Response rate(@PathParam("id") String id, @FormParam("stars") Optional<String> stars) {
    Face face = face(id);
    int given =
        stars
            .filter(said -> said.matches("[1-5]"))
            .map(Integer::valueOf)
            .orElseThrow(() ->
                Problem.badRequest("A rating is 1 to 5 stars.", "Go back and press one of them.")
                    .thrown());
    flash.say(
        doings.rated(visitor, id, given)
            ? Said.of("You rated it " + given + " of 5.")
            : Said.of(
                "Not kept. We use ratings for suggestions alone, and those are off.",
                new Link("Privacy options", "/privacy")));
    return Back.to("/shop/item/" + face.path());
  }

  private Face face(String id) {
    return catalogue
        .find(id)
        .filter(org.aboveboard.server.catalogue.Item::available)
        .map(Face::new)
        .orElseThrow(() ->
            Problem.notFound(
                    "The shop has nothing of that number.", "Look around from its first page.")
                .thrown());
  }
}
