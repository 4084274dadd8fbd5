package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.policy.tell.Tongue;
import org.aboveboard.server.consent.Ask;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.shop.Basket;
import org.aboveboard.server.shop.Card;
import org.aboveboard.server.shop.Category;
import org.aboveboard.server.shop.Home;
import org.aboveboard.server.shop.Item;
import org.aboveboard.server.shop.Shelf;
import org.aboveboard.server.shop.Slot;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Cover;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Said;

/// The shop's pages with made-up books.
final class ShopSamples {
  private static final List<String> TITLES =
      List.of(
          "Tide Tables",
          "The Salt Road",
          "A Field Guide to Quiet Rivers",
          "Kelp",
          "Winter Bread",
          "The Lighthouse Keeper’s Daughter",
          "Small Engines",
          "How Bridges Stand",
          "Sea Poems",
          "The Cartographer of Fog",
          "Letters to a Beekeeper",
          "Night Ferry");
  private static final List<String> AUTHORS =
      List.of("A. Maren", "T. Hallow", "I. Fenwick-Odell", "R. Quay", "S. Lindgate", "M. Orrin");
  private static final Link OPTIONS = new Link("Turn on", "/consent?purpose=recommendations");

  private ShopSamples() {}

  static Map<String, TemplateInstance> pages(Frame frame) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.put("shop-asking", home(frame, Slot.asking(prompt())));
    pages.put(
        "shop-yes",
        home(
            frame.saying(Said.of("On. These books are picked from what you did here.", change())),
            Slot.showing(suggestions())
                .endedBy(
                    List.of(
                        new Act(
                            "/privacy/withdraw",
                            "Switch off book suggestions",
                            "Suggested for you",
                            List.of(new Fact("purpose", "recommendations")))))));
    pages.put(
        "shop-no", home(frame.saying(Said.of("Off. You see what’s popular.", change())), off()));
    pages.put("shop-gpc", home(frame, gpc()));
    pages.put("shop-item", item(frame));
    pages.put("shop-basket", new Basket(frame, cards(3, 2)));
    pages.put("shop-basket-empty", new Basket(frame, List.of()));
    pages.put("consent-ask", new Ask(frame, prompt()));
    pages.put("consent-ask-changed", new Ask(frame, changed()));
    return pages;
  }

  private static Link change() {
    return new Link("Change it", "/privacy");
  }

  private static Home home(Frame frame, Slot slot) {
    return new Home(
        frame,
        "Harbour Books",
        new Shelf("new", "New this week", Optional.empty(), cards(0, 6)),
        slot,
        List.of(),
        List.of(
            new Category("Sea and shore", "/shop/category/sea", 214),
            new Category("Food", "/shop/category/food", 180),
            new Category("History", "/shop/category/history", 342),
            new Category("How things work", "/shop/category/things", 97),
            new Category("Poems", "/shop/category/poems", 61)));
  }

  private static Slot off() {
    return Slot.instead("Suggestions are off.", OPTIONS, popular());
  }

  private static Slot gpc() {
    return Slot.instead(
        "Your browser asks us not to use your data (Global Privacy Control). So suggestions are off.",
        new Link("Turn on for this shop only", "/consent?purpose=recommendations"),
        popular());
  }

  private static Shelf popular() {
    return new Shelf(
        "popular",
        "Popular this week",
        Optional.of("What many readers liked this week. We know nothing about you here."),
        cards(4, 6));
  }

  static PromptCard prompt() {
    return card(List.of(), Optional.empty());
  }

  private static PromptCard changed() {
    Tongue.Labels labels = Tongue.of(Language.EN).labels();
    return card(List.of("it is kept 90 days, not 30 days"), Optional.of(labels.sighted()));
  }

  private static PromptCard card(List<String> changed, Optional<String> sighted) {
    Tongue tongue = Tongue.of(Language.EN);
    Prompt prompt =
        new Prompt(
            "home-row",
            "recommendations",
            "",
            "",
            Language.EN,
            "Use your reading history to suggest books?",
            "We’d look at the pages you open here and the books you buy and rate. You’d get a row"
                + " of suggestions on the home page.",
            List.of(
                new Prompt.Fact("Kept", "90 days, then erased"),
                new Prompt.Fact("Shared", "with no one"),
                new Prompt.Fact("If you say no", "you see what’s popular. Nothing else changes")),
            tongue.yes(Optional.empty()),
            tongue.no(Optional.empty()),
            tongue.visit(Optional.empty(), Period.ofDays(1)),
            List.of(
                new Prompt.Fact("Pages you open", "for example: opened “Tide Tables” on 3 May"),
                new Prompt.Fact("Books you buy", "for example: bought “Kelp” on 9 May"),
                new Prompt.Fact("Ratings", "for example: rated “Sea Poems” 4 of 5")),
            List.of(
                new Prompt.Act("views", "opened a book’s page"),
                new Prompt.Act("ratings", "rated a book")),
            changed,
            sighted,
            tongue.labels());
    return PromptCard.of(new Prompts.Served("p-7Q4M", prompt), "/shop");
  }

  private static Shelf suggestions() {
    List<String> reasons =
        List.of(
            "Mostly because you bought “Tide Tables”.",
            "Because you rated “Kelp” 5 of 5 and opened “Night Ferry”.",
            "Mostly because you opened “Small Engines” 3 times.",
            "Because you bought “Winter Bread”.",
            "We’re trying something new for you. 1 in 20 places is kept for this.",
            "The shop placed this. It’s not based on you.");
    List<Card> cards = new ArrayList<>();
    List<Card> plain = cards(1, 6);
    for (int i = 0; i < plain.size(); i++) {
      Card card = plain.get(i);
      cards.add(
          new Card(
              card.id(),
              card.title(),
              card.by(),
              card.cover(),
              Optional.of(reasons.get(i)),
              Optional.of("/explain/r-19/" + card.id())));
    }
    return new Shelf("home-row", "Suggested for you", Optional.empty(), cards);
  }

  private static Item item(Frame frame) {
    return new Item(
        frame,
        "b-1",
        "The Salt Road",
        "T. Hallow",
        Cover.named(1, 1, "The Salt Road", "T. Hallow"),
        List.of(
            new Fact("Publisher", "Gannet & Crane (small)"),
            new Fact("Category", "Sea and shore"),
            new Fact("Published", "12 March 2026")),
        Optional.of("A walk along a coast where salt was once worth more than silver."),
        4,
        Optional.of(
            new Shelf(
                "beside",
                "Readers also looked at",
                Optional.of("Made from this page alone. Nothing is stored."),
                cards(6, 6))));
  }

  private static List<Card> cards(int from, int count) {
    List<Card> cards = new ArrayList<>();
    for (int i = from; i < from + count; i++) {
      String title = TITLES.get(i % TITLES.size());
      String by = AUTHORS.get(i % AUTHORS.size());
      cards.add(Card.plain("b-" + i, title, by, Cover.quiet(i, i, title, by)));
    }
    return cards;
  }
}
