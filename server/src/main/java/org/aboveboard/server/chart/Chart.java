package org.aboveboard.server.chart;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.web.Markup;

/// A picture that answers a question.
///
/// The steps of its builder are types: without the answer in words, the unit, what is uncertain and
/// where the numbers come from, none compiles.
///
/// @param question what it answers, as its title
/// @param sentence the answer in words
/// @param uncertainty what a band or a line beside a dot means; empty where there is none
/// @param heads of the table that says the same
public record Chart(
    String question,
    String sentence,
    String unit,
    Optional<String> uncertainty,
    String source,
    RawString drawing,
    List<String> heads,
    List<List<String>> rows) {

  public Chart {
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Waits for the answer in words.
  public interface Asked {
    Answered answer(String sentence);
  }

  /// Waits for what the numbers count.
  public interface Answered {
    Measured unit(String unit);
  }

  /// Waits for what is uncertain about them.
  public interface Measured {
    /// @param meaning what the faded part around each value means
    Bounded uncertain(String meaning);

    /// Says that the numbers are counted, not estimated.
    Bounded exact();
  }

  /// Waits for where the numbers come from.
  public interface Bounded {
    Drawable source(String source);
  }

  /// Waits for the numbers.
  public interface Drawable {
    /// One line for each group, with its value as a dot.
    Chart dots(Dots dots);

    /// Things by two measures at once.
    Chart scatter(Scatter scatter);

    /// One value over time.
    Chart band(Band band);

    /// Some values over the same time.
    Chart lines(Lines lines);
  }

  public static Asked question(String question) {
    return sentence -> unit -> new Words(question, sentence, unit);
  }

  private record Words(String question, String sentence, String unit) implements Measured {
    @Override
    public Bounded uncertain(String meaning) {
      return source -> new Frame(this, Optional.of(meaning), source);
    }

    @Override
    public Bounded exact() {
      return source -> new Frame(this, Optional.empty(), source);
    }
  }

  private record Frame(Words words, Optional<String> uncertainty, String source)
      implements Drawable {
    @Override
    public Chart dots(Dots dots) {
      return chart(dots.drawing(), dots.heads(words.unit()), dots.table());
    }

    @Override
    public Chart scatter(Scatter scatter) {
      return chart(scatter.drawing(), scatter.heads(), scatter.table());
    }

    @Override
    public Chart band(Band band) {
      return chart(band.drawing(), band.heads(words.unit()), band.table());
    }

    @Override
    public Chart lines(Lines lines) {
      return chart(lines.drawing(), lines.heads(), lines.table());
    }

    private Chart chart(String drawing, List<String> heads, List<List<String>> rows) {
      return new Chart(
          words.question(),
          words.sentence(),
          words.unit(),
          uncertainty,
          source,
          new RawString(drawing),
          heads,
          rows);
    }
  }

  /// The whole of it as HTML, for a file that stands by itself.
  public String html() {
    StringBuilder html = new StringBuilder();
    html.append("<figure class=\"chart\"><figcaption><h2>").append(Markup.text(question));
    html.append("</h2><p>").append(Markup.text(sentence)).append("</p></figcaption>");
    html.append(drawing.getValue())
        .append("<p class=\"small muted\">In ")
        .append(Markup.text(unit));
    uncertainty.ifPresent(meaning -> html.append(". ").append(Markup.text(meaning)));
    html.append(". Source: ").append(Markup.text(source)).append(".</p>");
    html.append("<details><summary>The same as a table</summary><table><thead><tr>");
    heads.forEach(
        head -> html.append("<th scope=\"col\">").append(Markup.text(head)).append("</th>"));
    html.append("</tr></thead><tbody>");
    rows.forEach(row -> {
      html.append("<tr><th scope=\"row\">").append(Markup.text(row.getFirst())).append("</th>");
      row.stream()
          .skip(1)
          .forEach(
              cell -> html.append("<td class=\"n\">").append(Markup.text(cell)).append("</td>"));
      html.append("</tr>");
    });
    return html.append("</tbody></table></details></figure>").toString();
  }
}
