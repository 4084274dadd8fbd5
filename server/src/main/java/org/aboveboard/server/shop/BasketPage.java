package org.aboveboard.server.shop;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Flash;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Said;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The basket. Nothing is asked and nothing is suggested here.
@Path("/shop/basket")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class BasketPage {
  private final Frames frames;
  private final Visitor visitor;
  private final BasketCookie basket;
  private final Doings doings;
  private final Flash flash;

  @Inject
  BasketPage(Frames frames, Visitor visitor, BasketCookie basket, Doings doings, Flash flash) {
    this.frames = frames;
    this.visitor = visitor;
    this.basket = basket;
    this.doings = doings;
    this.flash = flash;
  }

  @GET
  @Operation(hidden = true)
  public TemplateInstance show() {
    return new Basket(
        frames.at("/shop/basket"), basket.items().stream().map(Shelves::card).toList());
  }

  @POST
  @Operation(hidden = true)
  public Response order() {
    List<String> items = basket.items().stream().map(Item::id).toList();
    if (items.isEmpty()) {
      return Back.to("/shop/basket");
    }
    boolean isKept = doings.bought(visitor, items);
    basket.empty();
    flash.say(
        Said.of(
            "Ordered: "
                + items.size()
                + (items.size() == 1 ? " thing" : " things")
                + ". Nothing is sent or paid, since this shop is made up."
                + (isKept ? " We keep the order." : " We keep nothing of it.")));
    return Back.to("/shop");
  }
}
