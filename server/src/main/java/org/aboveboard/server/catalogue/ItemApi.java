package org.aboveboard.server.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.access.Caller;
import org.aboveboard.server.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/// The catalogue, as JSON, for the shop's own server.
@Path("/v1/items")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ItemApi {
  private static final int MOST = 5000;
  private static final int LONGEST = 256;
  private static final int LONGEST_TEXT = 2000;
  private static final int MOST_WORDS = 64;

  private final Caller caller;
  private final Catalogue catalogue;

  @Inject
  ItemApi(Caller caller, Catalogue catalogue) {
    this.caller = caller;
    this.catalogue = catalogue;
  }

  /// A batch of items.
  record Batch(@Nullable List<@Nullable Described> items) {}

  /// An item as its shop describes it; `available` is true unless it says otherwise.
  record Described(
      @Nullable String id,
      @Nullable String title,
      @Nullable String provider,
      @Nullable List<String> categories,
      @Nullable Map<String, String> attributes,
      @Nullable Instant published,
      @Nullable Boolean available) {}

  record Put(int items) {}

  /// A page of the catalogue; `next` is where the following page begins, absent at the end.
  record Page(List<Item> items, Optional<String> next) {}

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Puts items into the catalogue.",
      description = "All of the batch or none of it. What is known by its id is replaced.")
  public Put put(@Nullable Batch batch, @Context HttpHeaders headers) {
    caller.shop(headers);
    List<@Nullable Described> described =
        Optional.ofNullable(batch).map(Batch::items).orElse(List.of());
    if (described.isEmpty() || described.size() > MOST) {
      throw Problem.badRequest(
              "The batch holds no items, or too many.",
              "Send {\"items\": [...]} with 1 to " + MOST + " of them.")
          .thrown();
    }
    List<ItemPut> items = new ArrayList<>();
    for (int place = 0; place < described.size(); place++) {
      items.add(read(described.get(place), place));
    }
    catalogue.put(items);
    return new Put(items.size());
  }

  @GET
  @Operation(summary = "The catalogue, page by page.")
  public Page get(
      @DefaultValue("0") @QueryParam("after") int after,
      @DefaultValue("100") @QueryParam("n") int n,
      @Context HttpHeaders headers) {
    caller.shop(headers);
    if (n < 1 || n > MOST) {
      throw Problem.badRequest("n is out of range.", "Ask for 1 to " + MOST + " items.").thrown();
    }
    List<Item> items =
        catalogue.items().stream().filter(item -> item.number() > after).limit(n).toList();
    return new Page(
        items,
        items.size() < n
            ? Optional.empty()
            : Optional.of(Integer.toString(items.getLast().number())));
  }

  private static ItemPut read(@Nullable Described item, int place) {
    if (item == null) {
      throw fault(place, "is empty", "Leave it out.");
    }
    String id = text(item.id(), place, "id", LONGEST);
    List<String> categories = Optional.ofNullable(item.categories()).orElse(List.of());
    Map<String, String> attributes = Optional.ofNullable(item.attributes()).orElse(Map.of());
    if (categories.size() > MOST_WORDS || attributes.size() > MOST_WORDS) {
      throw fault(
          place,
          "has too many categories or attributes",
          "Send " + MOST_WORDS + " of each at most.");
    }
    categories.forEach(category -> text(category, place, "category", LONGEST));
    attributes.forEach((name, value) -> {
      text(name, place, "attribute name", LONGEST);
      text(value, place, "attribute", LONGEST_TEXT);
    });
    return new ItemPut(
        id,
        text(item.title(), place, "title", LONGEST_TEXT),
        Optional.ofNullable(item.provider()).map(some -> text(some, place, "provider", LONGEST)),
        categories,
        attributes,
        Optional.ofNullable(item.published()),
        Optional.ofNullable(item.available()).orElse(true));
  }

  private static String text(@Nullable String text, int place, String what, int longest) {
    if (text == null || text.isBlank()) {
      throw fault(place, "has no " + what, "Give it one.");
    }
    if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
      throw fault(
          place,
          "has a " + what + " that is too long or holds control characters",
          "Use " + longest + " printable characters at most.");
    }
    return text;
  }

  private static WebApplicationException fault(int place, String why, String cure) {
    return Problem.badRequest(
            "Item " + place + " of the batch " + why + ".", cure + " Nothing was put.")
        .thrown();
  }
}
