package org.aboveboard.server.map;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.aboveboard.server.operate.Line;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frame;

/// The data map for staff: what is declared, what was seen, and the difference.
///
/// @param undeclared what happens here and is not declared, what comes among it
/// @param dropped what came, was not declared so, and was dropped at the door
/// @param unseen what is declared and was not seen for 90 days
/// @param looked what was looked at, and since when
/// @param store the tables there should be, and what each holds
@CheckedTemplate(basePath = "map", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
public record StaffMap(
    Frame frame,
    Sheet sheet,
    List<Line> undeclared,
    List<Dropped> dropped,
    List<Fact> unseen,
    List<Fact> looked,
    List<Fact> store)
    implements TemplateInstance {
  public StaffMap {
    undeclared = List.copyOf(undeclared);
    dropped = List.copyOf(dropped);
    unseen = List.copyOf(unseen);
    looked = List.copyOf(looked);
    store = List.copyOf(store);
  }

  /// Something that came and was not kept.
  ///
  /// @param name chosen by who sent it, unless it is a value's
  public record Dropped(String name, String what, String count, String last) {}
}
