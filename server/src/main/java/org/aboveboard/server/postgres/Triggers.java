package org.aboveboard.server.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The triggers that our migrations made, each with the state it is put back to.
record Triggers(Connection owner, List<Trigger> all) {
  private static final String ENABLED =
      "SELECT c.oid::regclass::text, quote_ident(t.tgname), t.tgenabled"
          + " FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND t.tgparentid = 0"
          + " AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1, 2";

  Triggers {
    all = List.copyOf(all);
  }

  record Trigger(String table, String name, String enable) {}

  static Triggers of(Connection owner) throws SQLException {
    var all = new ArrayList<Trigger>();
    try (var query = owner.createStatement();
        var rows = query.executeQuery(ENABLED)) {
      while (rows.next()) {
        all.add(new Trigger(rows.getString(1), rows.getString(2), enable(rows.getString(3))));
      }
    }
    return new Triggers(owner, all);
  }

  private static String enable(String state) {
    return switch (state) {
      case "A" -> "ENABLE ALWAYS TRIGGER";
      case "R" -> "ENABLE REPLICA TRIGGER";
      default -> "ENABLE TRIGGER";
    };
  }

  void disable() throws SQLException {
    for (Trigger trigger : all) {
      alter(trigger, "DISABLE TRIGGER");
    }
  }

  void enable() throws SQLException {
    for (Trigger trigger : all) {
      alter(trigger, trigger.enable());
    }
  }

  private void alter(Trigger trigger, String change) throws SQLException {
    Backup.execute(owner, "ALTER TABLE " + trigger.table() + " " + change + " " + trigger.name());
  }
}
