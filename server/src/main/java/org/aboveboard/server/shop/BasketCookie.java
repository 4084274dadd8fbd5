package org.aboveboard.server.shop;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.catalogue.Item;

/// What lies in a visitor's basket. It lies in their browser alone until they order.
@RequestScoped
class BasketCookie {
  private static final String NAME = "aboveboard-basket";
  private static final int MOST = 20;

  private final RoutingContext request;
  private final Catalogue catalogue;

  BasketCookie(RoutingContext request, Catalogue catalogue) {
    this.request = request;
    this.catalogue = catalogue;
  }

  /// The items in it that the shop still has.
  List<Item> items() {
    return Optional.ofNullable(request.request().getCookie(NAME)).map(Cookie::getValue).stream()
        .flatMap(value -> Stream.of(value.split("\\.", -1)))
        .limit(MOST)
        .flatMap(part -> id(part).stream())
        .distinct()
        .flatMap(id -> catalogue.find(id).stream())
        .filter(Item::available)
        .toList();
  }

  void put(Item item) {
    List<Item> items = new ArrayList<>(items());
    items.remove(item);
    items.add(item);
    keep(items.subList(Math.max(0, items.size() - MOST), items.size()));
  }

  void empty() {
    keep(List.of());
  }

  private void keep(List<Item> items) {
    String value =
        String.join(
            ".",
            items.stream()
                .map(item -> item.id().getBytes(StandardCharsets.UTF_8))
                .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
                .toList());
    request
        .response()
        .addCookie(
            Cookie.cookie(NAME, value)
                .setPath("/shop")
                .setHttpOnly(true)
                .setSecure("https".equals(request.request().scheme()))
                .setSameSite(CookieSameSite.LAX));
  }

  private static Optional<String> id(String part) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
