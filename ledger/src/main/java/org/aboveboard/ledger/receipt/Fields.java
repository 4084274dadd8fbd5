package org.aboveboard.ledger.receipt;

import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Value;

/// Fields of a body, taken out by name and type.
final class Fields {
  private Fields() {}

  static Optional<String> text(Canonical body, String name) {
    return body.field(name).flatMap(Fields::text);
  }

  static Optional<Long> whole(Canonical body, String name) {
    return body.field(name).flatMap(Fields::whole);
  }

  private static Optional<String> text(Value value) {
    return value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Long> whole(Value value) {
    return value instanceof Value.Whole(var number) ? Optional.of(number) : Optional.empty();
  }
}
