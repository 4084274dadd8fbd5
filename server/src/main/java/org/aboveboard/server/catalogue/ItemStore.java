package org.aboveboard.server.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.server.key.Keyring;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.sql.Power;
import org.jdbi.v3.core.Handle;

/// The catalogue's rows. Numbers are given once and never again to another item.
public final class ItemStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Pools pools;
  private final Mentioned mentioned;
  private final InstantSource clock;

  public ItemStore(Pools pools, Keyring keyring, InstantSource clock) {
    this.pools = pools;
    this.mentioned = new Mentioned(keyring);
    this.clock = clock;
  }

  /// What an item is called as long as only events name it.
  String mentioned(String id) {
    return mentioned.id(id);
  }

  /// Puts all of the items or none: what is new gets a number, what is known is replaced.
  void put(List<ItemPut> items) {
    Timestamp now = Timestamp.from(clock.instant());
    pools.transact(
        Power.OPERATE,
        handle -> {
          describe(handle, items);
          var batch =
              handle.prepareBatch(
                  "insert into item (id, title, provider, categories, attributes, published,"
                      + " available, updated) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?) "
                      + "on conflict (id) do update set title = excluded.title, provider ="
                      + " excluded.provider, categories = excluded.categories, attributes ="
                      + " excluded.attributes, published = excluded.published, available ="
                      + " excluded.available, mentioned = false, updated = excluded.updated");
          for (ItemPut item : items) {
            batch
                .bind(0, item.id())
                .bind(1, item.title())
                .bind(2, item.provider().orElse(null))
                .bindArray(3, String.class, item.categories())
                .bind(4, json(item.attributes()))
                .bind(5, item.published().map(Timestamp::from).orElse(null))
                .bind(6, item.available())
                .bind(7, now)
                .add();
          }
          return batch.execute();
        });
  }

  /// What events named so far gets its own id, and keeps its number.
  private void describe(Handle handle, List<ItemPut> items) {
    var batch =
        handle.prepareBatch(
            "update item set id = ? where id = ? and mentioned"
                + " and not exists (select from item there where there.id = ?)");
    for (ItemPut item : items) {
      batch.bind(0, item.id()).bind(1, mentioned.id(item.id())).bind(2, item.id()).add();
    }
    batch.execute();
  }

  /// Makes room for items that events name before the catalogue does: known by a digest of their
  /// id, and not shown until the catalogue describes them.
  void mention(List<String> ids) {
    List<String> digests = ids.stream().map(mentioned::id).toList();
    pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createUpdate(
                    "insert into item (id, title, available, mentioned, updated) select distinct i,"
                        + " '', false, true, :now::timestamptz from unnest(:ids::text[]) i on conflict do nothing")
                .bind("now", Timestamp.from(clock.instant()))
                .bindArray("ids", String.class, digests)
                .execute());
  }

  /// Deletes items that were only ever mentioned and that no event names any more; answers their
  /// ids.
  List<String> forgetMentioned() {
    return pools.use(
        Power.RETAIN,
        handle ->
            handle
                .createQuery(
                    "delete from item i where mentioned and not exists (select from event e where"
                        + " e.item = i.number) returning i.id")
                .mapTo(String.class)
                .list());
  }

  /// Everything that changed since an instant, and all there is since the epoch.
  List<Item> since(Instant updated) {
    return pools.use(
        Power.OPERATE,
        handle ->
            handle
                .createQuery("select * from item where updated >= :since order by number")
                .bind("since", Timestamp.from(updated))
                .map((row, _) -> item(row))
                .list());
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getInt("number"),
        row.getString("id"),
        row.getString("title"),
        Optional.ofNullable(row.getString("provider")),
        List.of((String[]) row.getArray("categories").getArray()),
        attributes(row.getString("attributes")),
        Optional.ofNullable(row.getTimestamp("published")).map(Timestamp::toInstant),
        row.getBoolean("available"));
  }

  private static Map<String, String> attributes(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An item's attributes do not read.", e);
    }
  }

  private static String json(Map<String, String> attributes) {
    try {
      return JSON.writeValueAsString(attributes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An item's attributes cannot be written.", e);
    }
  }
}
