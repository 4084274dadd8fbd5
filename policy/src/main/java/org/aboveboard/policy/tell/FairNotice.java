package org.aboveboard.policy.tell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.aboveboard.policy.AtLeast;
import org.aboveboard.policy.Balance;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Correction;
import org.aboveboard.policy.Experiment;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Monitor;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Role;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Showing;
import org.aboveboard.policy.Spoken;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Text;

/// What a notice says of fairness: whom we compare, what we watch, what is done to a list, and what
/// is tried out.
record FairNotice(Policy policy, Language language, Facts facts) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  List<Notice.Section> sections() {
    return List.of(
        section(
            "segments", FairPhrase.SEGMENTS, List.of(), points(policy.segments(), this::segment)),
        section(
            "monitors", FairPhrase.WATCHED, List.of(), points(policy.monitors(), this::monitor)),
        section(
            "experiments",
            FairPhrase.TRIED,
            policy.experiments().isEmpty() ? List.of() : List.of(held(FairPhrase.NOT_ASKING)),
            points(policy.experiments(), this::experiment)));
  }

  private static <T> List<Notice.Point> points(List<T> things, Function<T, Notice.Point> point) {
    return things.stream().map(point).toList();
  }

  private Notice.Section section(
      String id, FairPhrase heading, List<Notice.Statement> says, List<Notice.Point> points) {
    return new Notice.Section(id, heading.in(language), says, points);
  }

  private Notice.Point segment(Segment segment) {
    return new Notice.Point(
        segment.id(),
        Spoken.sentence(words(segment.label())),
        List.of(
            word(FairPhrase.ASKED, words(segment.question())),
            word(FairPhrase.ANSWERS, listed(segment.answers())),
            held(FairPhrase.VOLUNTARY),
            held(FairPhrase.NEVER_LEARNT),
            held(FairPhrase.APART),
            held(FairPhrase.SMALLEST, Integer.toString(segment.smallest()))));
  }

  private Notice.Point monitor(Monitor monitor) {
    var owner =
        policy.roles().stream()
            .filter(role -> role.id().equals(monitor.owner()))
            .map(Role::label)
            .findFirst();
    var name =
        switch (monitor.watches()) {
          case Monitor.Watches.OfGroups groups -> policy.groups(groups.id()).map(Groups::label);
          case Monitor.Watches.OfSegment segment ->
              policy.segment(segment.id()).map(Segment::label);
        };
    return new Notice.Point(
        monitor.id(),
        Spoken.sentence(name.map(this::words).orElse(monitor.id())),
        List.of(
            new Notice.Statement(words(monitor.question()), false),
            word(FairPhrase.ANSWERS_ALARM, owner.map(this::words).orElse(monitor.owner()))));
  }

  private Notice.Point experiment(Experiment experiment) {
    var place = policy.surface(experiment.surface()).map(Surface::label);
    return new Notice.Point(
        experiment.id(),
        Spoken.sentence(words(experiment.label())),
        List.of(
            word(FairPhrase.WANTED, words(experiment.question())),
            word(
                FairPhrase.UNTIL,
                experiment.until().toString(),
                place.map(this::words).orElse(experiment.surface())),
            word(FairPhrase.SUCCESS, words(experiment.success())),
            word(FairPhrase.HARM, words(experiment.harm()))));
  }

  /// What a place does with a list beside sorting it.
  List<Notice.Statement> of(Showing showing) {
    var says = new ArrayList<Notice.Statement>();
    showing
        .correct()
        .flatMap(this::corrected)
        .ifPresent(groups -> says.add(held(FairPhrase.CORRECTED, listed(groups.values()))));
    showing
        .atLeast()
        .ifPresent(atLeast -> says.add(held(FairPhrase.AT_LEAST, facts.list(shares(atLeast)))));
    if (showing.balance().counts()) {
      says.add(held(FairPhrase.BALANCED, facts.list(parts(showing.balance()))));
    }
    if (showing.explore() > 0) {
      says.add(held(FairPhrase.EXPLORED, share(showing.explore())));
    }
    if (showing.holdout() > 0) {
      says.add(held(FairPhrase.HELD_OUT, share(showing.holdout())));
    }
    if (!showing.caps().isEmpty()) {
      says.add(held(FairPhrase.CAPPED, facts.list(caps(showing.caps()))));
    }
    return says;
  }

  private Optional<Groups> corrected(Correction correction) {
    return policy.monitor(correction.monitor()).stream()
        .flatMap(monitor ->
            monitor.watches() instanceof Monitor.Watches.OfGroups groups
                ? policy.groups(groups.id()).stream()
                : Stream.<Groups>empty())
        .findFirst();
  }

  private List<String> shares(AtLeast atLeast) {
    var values = policy.groups(atLeast.groups()).map(Groups::values).orElse(Map.of());
    return atLeast.shares().entrySet().stream()
        .map(one -> {
          var label = Optional.ofNullable(values.get(one.getKey()));
          return each(label.map(this::words).orElse(one.getKey()), share(one.getValue()));
        })
        .toList();
  }

  private List<String> parts(Balance balance) {
    var parts = new ArrayList<FairPhrase>();
    if (balance.calibration() > 0) {
      parts.add(FairPhrase.OF_YOUR_KINDS);
    }
    if (balance.diversity() > 0) {
      parts.add(FairPhrase.UNLIKE);
    }
    if (balance.popularity() > 0) {
      parts.add(FairPhrase.LESS_KNOWN);
    }
    return parts.stream().map(part -> part.in(language)).toList();
  }

  private List<String> caps(Map<String, Integer> caps) {
    return caps.entrySet().stream()
        .map(one -> {
          var label = policy.category(one.getKey()).map(Category::label);
          return each(label.map(this::words).orElse(one.getKey()), one.getValue().toString());
        })
        .toList();
  }

  private String each(String name, String number) {
    return FairPhrase.EACH.in(language, name, number);
  }

  /// A share as people say it: "2 of 100".
  private String share(double share) {
    var hundredths = BigDecimal.valueOf(share).multiply(HUNDRED).stripTrailingZeros();
    var number =
        switch (language) {
          case EN -> hundredths.toPlainString();
          case DE -> hundredths.toPlainString().replace('.', ',');
        };
    return FairPhrase.OF_100.in(language, number);
  }

  private String listed(Map<String, Text> texts) {
    return facts.list(texts.values().stream().map(this::words).toList());
  }

  private String words(Text text) {
    return facts.words(text);
  }

  /// What somebody says.
  private Notice.Statement word(FairPhrase phrase, String... blanks) {
    return new Notice.Statement(phrase.in(language, blanks), false);
  }

  /// What the server holds to.
  private Notice.Statement held(FairPhrase phrase, String... blanks) {
    return new Notice.Statement(phrase.in(language, blanks), true);
  }
}
