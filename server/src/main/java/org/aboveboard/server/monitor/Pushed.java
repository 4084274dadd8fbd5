package org.aboveboard.server.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.aboveboard.server.alarm.Cause;
import org.aboveboard.server.catalogue.Catalogue;
import org.aboveboard.server.learn.Learn;

/// Looks for items that are pushed: that score high for people as a whole, and lean on few
/// accounts.
final class Pushed {
  /// How many items are looked at, those that score best.
  private static final int LOOKED_AT = 100;

  /// What each account does to an item takes a while to work out.
  private static final Duration RESTS = Duration.ofMinutes(10);

  private final Learn learn;
  private final Catalogue catalogue;
  private final InstantSource clock;
  private List<Cause> found = List.of();
  private Instant looked = Instant.EPOCH;

  Pushed(Learn learn, Catalogue catalogue, InstantSource clock) {
    this.learn = learn;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /// Why there are alarms now, one for each item that is pushed.
  synchronized List<Cause> causes() {
    Instant now = clock.instant();
    if (!now.isBefore(looked.plus(RESTS))) {
      Learn.Accounts all = learn.accounts(Leans.FEW);
      found =
          learn.held(LOOKED_AT).stream()
              .map(held -> Leans.of(held, all))
              .filter(Leans::isPushed)
              .map(leans -> cause(leans, all))
              .toList();
      looked = now;
    }
    return found;
  }

  private Cause cause(Leans leans, Learn.Accounts all) {
    return new Cause(
        Loops.KIND + ":item:" + leans.item() + ":leaning", leans.words(title(leans.item()), all));
  }

  private String title(int item) {
    return catalogue
        .find(item)
        .filter(known -> !known.isMentioned())
        .map(known -> "“" + known.title() + "”")
        .orElse("An item that is not in the catalogue");
  }
}
