package org.aboveboard.server.seen;

import static org.aboveboard.server.seen.Holds.CHOSEN;
import static org.aboveboard.server.seen.Holds.DONE;
import static org.aboveboard.server.seen.Holds.FOREIGN;
import static org.aboveboard.server.seen.Holds.KEYED;
import static org.aboveboard.server.seen.Holds.NOBODY;
import static org.aboveboard.server.seen.Holds.NUMBER;
import static org.aboveboard.server.seen.Holds.SEALED;
import static org.aboveboard.server.seen.Holds.STAFF;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The tables and views that this release makes, and what each of their columns holds.
///
/// Whoever adds a column writes it down here, or it raises an alarm as one that nobody declared.
public final class Holdings {
  private static final List<Table> ALL =
      List.of(
          table("journal_head").with(NOBODY, "one next decided"),
          table("journal").with(NOBODY, "index at kind commitment body"),
          table("subject")
              .with(NUMBER, "number")
              .with(KEYED, "lookup key")
              .with(SEALED, "name")
              .with(DONE, "since"),
          table("declared").with(NOBODY, "number kind id"),
          table("item")
              .with(
                  NOBODY,
                  "number id title provider categories attributes published available mentioned updated"),
          table("event")
              .with(NOBODY, "index")
              .with(NUMBER, "subject")
              .with(DONE, "kind signal item purposes day kept expires")
              .with(KEYED, "message")
              .with(SEALED, "payload"),
          table("quarantine")
              .with(NOBODY, "index")
              .with(NUMBER, "subject")
              .with(DONE, "purposes kept expires")
              .with(KEYED, "message")
              .with(SEALED, "payload"),
          table("consent")
              .with(NOBODY, "index")
              .with(NUMBER, "subject")
              .with(
                  CHOSEN,
                  "purpose part kind at until keep declared evidence sighted guardian carrier visit")
              .with(KEYED, "prompt previous")
              .with(SEALED, "payload"),
          table("download")
              .with(NOBODY, "index")
              .with(NUMBER, "subject")
              .with(KEYED, "previous")
              .with(SEALED, "payload"),
          table("said").with(NUMBER, "subject").with(NOBODY, "index"),
          table("decided").with(NOBODY, "number commitment"),
          table("decisions").with(NOBODY, "index first count"),
          table("run").with(NOBODY, "index run").with(KEYED, "pseudonyms"),
          table("ledger_head").with(NOBODY, "one size checkpoint"),
          table("last_word")
              .with(NUMBER, "subject")
              .with(CHOSEN, "purpose index kind at until declared evidence"),
          table("agreed")
              .with(NUMBER, "subject")
              .with(CHOSEN, "purpose index at until declared evidence"),
          table("switched_off").with(NUMBER, "subject").with(CHOSEN, "signal"),
          table("shortened").with(NUMBER, "subject").with(CHOSEN, "purpose keep"),
          table("consequence").with(NUMBER, "subject").with(CHOSEN, "consent what count at"),
          table("recommendation")
              .with(NOBODY, "number id surface level expires purpose day")
              .with(NUMBER, "subject")
              .with(DONE, "items arm")
              .with(SEALED, "payload"),
          table("touched").with(NUMBER, "subject").with(NOBODY, "index"),
          table("erasure")
              .with(NOBODY, "id state asked ended steps index done epoch everywhere place")
              .with(NUMBER, "subject")
              .with(KEYED, "lookup previous"),
          table("spent").with(KEYED, "lookup").with(DONE, "before expires"),
          table("suppression").with(KEYED, "lookup").with(DONE, "before expires"),
          table("policy_version")
              .with(NOBODY, "index digest canonical at format")
              .with(STAFF, "approvals"),
          table("meaning").with(NOBODY, "digest purpose version"),
          table("access_key")
              .with(NOBODY, "id kind created revoked")
              .with(KEYED, "hash")
              .with(STAFF, "person role"),
          table("signing_key").with(NOBODY, "kid public created retires").with(KEYED, "private"),
          table("lease").with(NOBODY, "node expires heard learnt"),
          table("retention_run")
              .with(NOBODY, "index at events quarantined recommendations subjects volunteered"),
          table("monitor_state").with(NOBODY, "monitor declaration begun closed state"),
          table("monitor_epoch")
              .with(
                  NOBODY,
                  "monitor declaration epoch day stream people mean expected so_far low high"),
          table("monitor_alarm")
              .with(NOBODY, "index monitor declaration stream cause since until ended"),
          table("loop_figure").with(NOBODY, "surface day whose figure people value"),
          table("vault.answer")
              .with(NOBODY, "index")
              .with(NUMBER, "subject")
              .with(CHOSEN, "segment purpose day expires")
              .with(SEALED, "payload"),
          table("vault.look")
              .with(NOBODY, "index look segment stage at")
              .with(NUMBER, "subject")
              .with(STAFF, "person role")
              .with(SEALED, "payload"),
          table("vault.budget").with(NOBODY, "quarter epsilon spent people"),
          table("vault.figure").with(NOBODY, "quarter segment answer count smallest index at"),
          table("seen").with(NOBODY, "kind first last count").with(FOREIGN, "name"),
          table("alarm").with(NOBODY, "cause what raised state ended"),
          table("correction").with(NOBODY, "surface at strength why"),
          table("standing").with(NOBODY, "surface about lists exposure merit"),
          table("proposal").with(NOBODY, "cause what raised state ended"),
          table("flyway_schema_history")
              .with(
                  NOBODY,
                  "installed_rank version description type script checksum installed_by installed_on execution_time success"));

  private Holdings() {}

  /// A table or view by its name.
  public record Table(String name, Map<String, Holds> columns) {
    public Table {
      columns = Map.copyOf(columns);
    }

    private Table with(Holds holds, String names) {
      Map<String, Holds> more = new LinkedHashMap<>(columns);
      for (String column : names.split(" ", -1)) {
        more.put(column, holds);
      }
      return new Table(name, more);
    }

    Set<String> names() {
      return columns.keySet();
    }
  }

  private static Table table(String name) {
    return new Table(name, Map.of());
  }

  public static List<Table> all() {
    return ALL;
  }

  static Optional<Table> of(String name) {
    return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
