package org.aboveboard.server.privacy;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Choice;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Segment;
import org.aboveboard.policy.Use;
import org.aboveboard.policy.tell.Prompt;
import org.aboveboard.policy.tell.Tongue;
import org.aboveboard.server.consent.Deciding;
import org.aboveboard.server.consent.Deciding.Said;
import org.aboveboard.server.consent.Known;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.consent.Prompts;
import org.aboveboard.server.consent.Volunteers;
import org.aboveboard.server.rights.Volunteer;
import org.aboveboard.server.vault.Look;
import org.aboveboard.server.vault.Volunteered;
import org.aboveboard.server.visitor.Visitor;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.When;

/// The questions that volunteers may answer, and how each stands for one person.
@Singleton
final class Questions {
  static final String HERE = "/privacy/segments";

  private final Deciding deciding;
  private final Prompts prompts;
  private final Volunteer volunteer;
  private final InstantSource clock;

  Questions(Deciding deciding, Prompts prompts, Volunteer volunteer, InstantSource clock) {
    this.deciding = deciding;
    this.prompts = prompts;
    this.volunteer = volunteer;
    this.clock = clock;
  }

  /// All of them, as they stand for somebody.
  List<Segments.Question> of(Visitor visitor) {
    List<Volunteered> held = volunteer.held(visitor.name());
    return deciding.about(
        List.of(visitor.name()),
        said ->
            said.inForce().policy().segments().stream()
                .map(segment -> question(visitor, said, segment, held))
                .toList());
  }

  private Segments.Question question(
      Visitor visitor, Said said, Segment segment, List<Volunteered> held) {
    Policy policy = said.inForce().policy();
    Purpose purpose = policy.purpose(segment.purpose()).orElseThrow();
    Optional<Volunteered> own =
        held.stream().filter(one -> one.segment().equals(segment.id())).findFirst();
    boolean isAllowed = isAllowed(visitor, said, purpose);
    boolean mayAsk = !visitor.isMinor() && Volunteers.mayAsk(policy, purpose, clock.instant());
    return new Segments.Question(
        segment.id(),
        segment.question().in(visitor.language(said.inForce())),
        replies(visitor.language(said.inForce()), segment, own),
        facts(segment, purpose),
        isAllowed || !mayAsk ? Optional.empty() : Optional.of(prompt(visitor, said, purpose)),
        own.map(one -> said(segment, one)),
        own.map(_ -> back(segment)),
        isAllowed || mayAsk);
  }

  private boolean isAllowed(Visitor visitor, Said said, Purpose purpose) {
    return switch (said.decide(
        said.of(visitor.name()),
        purpose,
        Use.COLLECT,
        Optional.empty(),
        said.circumstances(visitor.optOuts(said.inForce()), visitor.isMinor()),
        clock.instant())) {
      case Decision.Allow _ -> true;
      case Decision.Deny _ -> false;
    };
  }

  private static List<Segments.Reply> replies(
      Language language, Segment segment, Optional<Volunteered> own) {
    List<Segments.Reply> replies = new ArrayList<>();
    segment
        .answers()
        .forEach((id, words) ->
            replies.add(
                new Segments.Reply(
                    id,
                    words.in(language),
                    own.filter(one -> one.answer().equals(id)).isPresent())));
    replies.add(new Segments.Reply("", "Rather not say", false));
    return replies;
  }

  private static List<Fact> facts(Segment segment, Purpose purpose) {
    return List.of(
        new Fact("What for", purpose.sentence().plain()),
        new Fact("Not for", "No model learns from it, and no list depends on it."),
        new Fact(
            "Shown", "Counts only, with noise; never a group of fewer than " + segment.smallest()),
        new Fact("Kept", Tongue.of(Language.EN).kept(purpose.retention().events())),
        new Fact(
            "Who sees it",
            "Nobody sees your answer by itself, unless two people agree on a reason; you see that here."));
  }

  private PromptCard prompt(Visitor visitor, Said said, Purpose purpose) {
    Optional<String> agreed =
        said.of(visitor.name())
            .map(Known::standing)
            .flatMap(standing -> standing.yes(purpose.id()))
            .map(Choice::meaning);
    Prompt.Reader reader =
        new Prompt.Reader(visitor.language(said.inForce()), visitor.sendsSignal(), agreed);
    return PromptCard.of(
        prompts.serve(
            said.inForce(),
            visitor.name(),
            Volunteers.place(said.inForce().policy()),
            purpose,
            reader),
        HERE);
  }

  private static String said(Segment segment, Volunteered own) {
    String words =
        Optional.ofNullable(segment.answers().get(own.answer()))
            .map(answer -> "“" + answer.plain() + "”")
            .orElse("something that is no longer asked");
    return "You said " + words + ". Kept until " + When.day(own.until()) + " at the latest.";
  }

  private static Act back(Segment segment) {
    return new Act(
        HERE + "/back",
        "Take it back",
        segment.question().plain(),
        List.of(new Fact("segment", segment.id())));
  }

  /// Who looked at somebody's answers, step by step, newest first.
  List<Segments.Looked> looks(Policy policy, String name) {
    return volunteer.looks(name).stream()
        .flatMap(look -> look.stages().stream().map(stage -> looked(policy, look, stage)))
        .toList()
        .reversed();
  }

  private static Segments.Looked looked(Policy policy, Look look, Look.Stage stage) {
    String what =
        policy
            .segment(look.segment())
            .map(segment -> "“" + segment.label().plain() + "”")
            .orElse("something that is no longer asked");
    String did =
        switch (stage.what()) {
          case "asked" -> "asked for your answer to " + what;
          case "agreed" -> "agreed that it is read: " + what;
          // the third and last
          default -> "read your answer to " + what;
        };
    return new Segments.Looked(
        did, When.moment(stage.at()), stage.person() + ", " + stage.role(), look.reason());
  }
}
