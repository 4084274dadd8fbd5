package org.aboveboard.server.styleguide;

import io.quarkus.qute.TemplateInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aboveboard.server.web.Cover;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Persona;
import org.aboveboard.server.web.State;

/// All samples by name.
public final class Samples {
  private Samples() {}

  /// Every sample page, within the frame of a demonstration.
  public static Map<String, TemplateInstance> pages(String token) {
    Map<String, TemplateInstance> pages = new LinkedHashMap<>();
    pages.putAll(ShopSamples.pages(frame("/shop", token)));
    pages.putAll(RightsSamples.pages(frame("/privacy", token)));
    pages.putAll(PublicSamples.pages(frame("/transparency", token)));
    pages.putAll(MapSamples.pages(frame("/transparency/map", token)));
    pages.putAll(FairnessSamples.pages(frame("/transparency/fairness", token)));
    pages.putAll(ManualSamples.pages(frame("/transparency/models/what-goes-together", token)));
    pages.putAll(LedgerSamples.pages(frame("/ledger", token)));
    pages.put("styleguide", guide(frame("/styleguide", token), List.copyOf(pages.keySet())));
    return pages;
  }

  private static Guide guide(Frame frame, List<String> names) {
    return new Guide(
        frame,
        names.stream().map(name -> new Link(name, "/styleguide/" + name)).toList(),
        List.of(
            State.ON,
            State.OFF,
            State.OFF_BY_YOU,
            State.PAUSED,
            State.DONE,
            State.WAITING,
            State.fixed("Part of what you asked for"),
            State.watch("Waits"),
            State.alarm("Late"),
            State.failed("Failed")),
        IntStream.range(0, 12)
            .mapToObj(i -> Cover.named(i, i, "Tide Tables", "A. Maren"))
            .toList());
  }

  private static Frame frame(String here, String token) {
    return new Frame(
        "Harbour Books",
        here,
        token,
        List.of(
            new Persona("ana", "Ana", "has read here for weeks", true),
            new Persona("ben", "Ben", "sends Global Privacy Control", false),
            new Persona("chi", "Chi", "is new", false),
            new Persona("dee", "Dee", "is 14", false)),
        Optional.empty());
  }
}
