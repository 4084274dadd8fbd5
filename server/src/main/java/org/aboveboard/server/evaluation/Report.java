package org.aboveboard.server.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.aboveboard.fairness.Figure;

/// What an evaluation found, as the file that machines read.
///
/// @param format names this shape
/// @param chosen the model that is told about below
/// @param priced the model whose own settings are varied, if it could be tried at all
/// @param frontier what is given up for what, and the choice made
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Report(
    String format,
    Data data,
    List<Model> models,
    String chosen,
    List<Segment> segments,
    List<Groups> groups,
    List<Named> figures,
    List<Leak> leaks,
    Optional<String> priced,
    List<Curve> frontier,
    List<Held> limits) {
  static final String FORMAT = "aboveboard-evaluation@v1";

  public Report {
    models = List.copyOf(models);
    segments = List.copyOf(segments);
    groups = List.copyOf(groups);
    figures = List.copyOf(figures);
    leaks = List.copyOf(leaks);
    frontier = List.copyOf(frontier);
    limits = List.copyOf(limits);
  }

  /// What it was measured on.
  ///
  /// @param learned how many people were learnt from
  /// @param chosenBy how many people the model was chosen by
  /// @param reportedOn how many people the figures are of
  /// @param smallest the fewest people that a shown group has
  /// @param isLive whether these are the people of an instance, who agreed to be learnt from
  public record Data(
      String name,
      String salt,
      int items,
      int learned,
      int chosenBy,
      int reportedOn,
      int smallest,
      boolean isLive) {}

  /// One way of ranking and its means over the people to report on.
  ///
  /// @param from where the true mean of NDCG@100 lies in 95 of 100 such draws of people, at least
  /// @param to the same, at most
  public record Model(
      String name,
      double recall20,
      double recall50,
      double ndcg10,
      double ndcg100,
      double hit10,
      double mrr,
      double from,
      double to,
      double ndcg100ToChooseBy) {}

  /// How well the groups of a segment are served, by NDCG@100.
  ///
  /// @param stratum among whom, such as those with a long history
  /// @param coverage the share of all people who are in a group at all
  /// @param groups those that may be shown
  /// @param notShown how many more there are
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Segment(
      String segment,
      String stratum,
      Optional<Double> coverage,
      List<Group> groups,
      int notShown,
      Answer gap) {
    public Segment {
      groups = List.copyOf(groups);
    }
  }

  /// A group with its value.
  ///
  /// @param from where the true value lies in 95 of 100 such draws of people, at least
  /// @param to the same, at most
  public record Group(String group, int people, double value, double from, double to) {}

  /// How much of the attention in lists each group of items gets.
  ///
  /// @param minMaxRatio the smallest share against its target over the largest
  public record Groups(String by, String target, List<Share> shares, Answer minMaxRatio) {
    public Groups {
      shares = List.copyOf(shares);
    }
  }

  /// @param got its share of the attention
  /// @param target the share that it has a claim to
  public record Share(String group, Answer got, Answer target, Answer ratio) {}

  /// A figure of the chosen model.
  public record Named(String figure, String words, Answer value) {}

  /// How well lists of a length give away who is of a group.
  ///
  /// @param baseline the same from popular items less what somebody has already
  public record Leak(
      String segment, String group, int listLength, double auc, double baseline, double excess) {}

  /// A declared limit and what was measured.
  public record Held(String figure, String bound, double limit, Answer measured, boolean isMet) {}

  /// A number, or in words why there is none.
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Answer(Optional<Double> value, Optional<String> none) {
    static Answer of(Figure figure) {
      return switch (figure) {
        case Figure.Value(double number) -> new Answer(Optional.of(number), Optional.empty());
        case Figure.None(Figure.Why why) -> new Answer(Optional.empty(), Optional.of(why.words()));
      };
    }
  }
}
