package org.aboveboard.server.privacy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// What a person may say of themselves, if they like: the questions, what they said, who looked.
///
/// @param closed why nobody can answer here, where that is so
@CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Segments(
    Frame frame, Optional<String> closed, List<Question> questions, List<Looked> looks)
    implements TemplateInstance {
  public Segments {
    questions = List.copyOf(questions);
    looks = List.copyOf(looks);
  }

  /// One question.
  ///
  /// @param prompt what a yes agrees to; nothing where there is a yes already, or nobody is asked
  /// @param said what was answered, and until when it is kept
  /// @param back the press that takes the answer back
  /// @param open whether it can be answered now
  public record Question(
      String id,
      String words,
      List<Reply> answers,
      List<Fact> facts,
      Optional<PromptCard> prompt,
      Optional<String> said,
      Optional<Act> back,
      boolean open) {
    public Question {
      answers = List.copyOf(answers);
      facts = List.copyOf(facts);
    }
  }

  /// A way to answer; none is chosen beforehand but the one that was given.
  public record Reply(String id, String words, boolean given) {}

  /// A look at an answer: what of it, when, who, why.
  public record Looked(String what, String when, String who, String why) {}
}
