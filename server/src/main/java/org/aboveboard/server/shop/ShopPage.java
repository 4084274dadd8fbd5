package org.aboveboard.server.shop;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Back;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The shop's first page and its categories.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ShopPage {
  private static final int MOST_CATEGORIES = 24;

  private final Frames frames;
  private final Visitor visitor;
  private final Shelves shelves;
  private final HomeSlot slot;
  private final Catalogue catalogue;
  private final Declaration declaration;

  @Inject
  ShopPage(
      Frames frames,
      Visitor visitor,
      Shelves shelves,
      HomeSlot slot,
      Catalogue catalogue,
      Declaration declaration) {
    this.frames = frames;
    this.visitor = visitor;
    this.shelves = shelves;
    this.slot = slot;
    this.catalogue = catalogue;
    this.declaration = declaration;
  }

  @GET
  @Operation(hidden = true)
  public Response root() {
    return Back.to("/shop");
  }

  @GET
  @Path("shop")
  @Operation(hidden = true)
  public TemplateInstance home() {
    Shelf fresh = shelves.fresh();
    return new Home(
        frames.at("/shop"),
        declaration.now().policy().organisation().name(),
        fresh,
        slot.of(visitor).orElseGet(() -> Slot.showing(fresh)),
        List.of(),
        categories());
  }

  private List<Category> categories() {
    List<Item> items = catalogue.items();
    return catalogue.categories().stream()
        .limit(MOST_CATEGORIES)
        .map(name ->
            new Category(
                capital(name),
                "/shop/category/"
                    + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"),
                (int) items.stream().filter(item -> item.isIn(name)).count()))
        .toList();
  }

  @GET
  @Path("shop/category/{name}")
  @Operation(hidden = true)
  public TemplateInstance category(@PathParam("name") String name) {
    if (!catalogue.categories().contains(name)) {
      throw Problem.notFound(
              "The shop has no such category.", "Look around from the shop’s first page.")
          .thrown();
    }
    return new Browse(frames.at("/shop"), capital(name), shelves.inCategory(name));
  }

  private static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
