package org.aboveboard.server.monitor;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.chart.Chart;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;
import org.aboveboard.server.web.State;

/// What the monitors watch and what they found, for everybody.
///
/// @param loops what recommending does to what is learnt next
@CheckedTemplate(basePath = "monitor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record Fairness(Frame frame, List<Watch> monitors, List<Loop> loops)
    implements TemplateInstance {
  public Fairness {
    monitors = List.copyOf(monitors);
    loops = List.copyOf(loops);
  }

  /// One monitor.
  ///
  /// @param sentence what was found, in a sentence
  /// @param facts what it promises, who looks after it, whom it is about
  /// @param alarms when there were some
  /// @param corrections what was done about them
  /// @param proposals what would have to be done and is for people to decide
  public record Watch(
      String id,
      String question,
      State state,
      String sentence,
      List<Fact> facts,
      List<Chart> charts,
      List<String> alarms,
      List<String> corrections,
      List<String> proposals) {
    public Watch {
      facts = List.copyOf(facts);
      charts = List.copyOf(charts);
      alarms = List.copyOf(alarms);
      corrections = List.copyOf(corrections);
      proposals = List.copyOf(proposals);
    }
  }

  /// What was seen of one surface.
  public record Loop(String surface, String label, List<String> sentences) {
    public Loop {
      sentences = List.copyOf(sentences);
    }
  }
}
