package org.aboveboard.server.load;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.Consumer;

/// All ratings of a data set, in the order of its lines, as four columns (28 bytes a rating).
public final class Ratings extends AbstractList<Rating> implements RandomAccess {
  private static final int UNKNOWN = Integer.MIN_VALUE;

  private long[] users = new long[1024];
  private long[] items = new long[1024];
  private double[] stars = new double[1024];
  private int[] days = new int[1024];
  private int size;

  private Ratings() {}

  static Ratings of(DataSet data, Consumer<Refusal> refused) {
    Ratings ratings = new Ratings();
    data.events(event -> ratings.take(data, event, refused), refused);
    return ratings;
  }

  private void take(DataSet data, EventLine event, Consumer<Refusal> refused) {
    if (!event.event().equals("rated") || event.value().isEmpty()) {
      return;
    }
    try {
      add(
          Long.parseLong(event.subject().substring(2)),
          Long.parseLong(event.item()),
          event.value().getAsDouble(),
          event.at().map(Ratings::day).orElse(UNKNOWN));
    } catch (NumberFormatException e) {
      refused.accept(
          new Refusal(data.name(), event.line(), "measuring needs whole numbers as ids"));
    }
  }

  private static int day(Instant at) {
    return Math.toIntExact(Math.floorDiv(at.getEpochSecond(), 86_400L));
  }

  private void add(long user, long item, double star, int day) {
    if (size == users.length) {
      users = Arrays.copyOf(users, 2 * size);
      items = Arrays.copyOf(items, 2 * size);
      stars = Arrays.copyOf(stars, 2 * size);
      days = Arrays.copyOf(days, 2 * size);
    }
    users[size] = user;
    items[size] = item;
    days[size] = day;
    stars[size++] = star;
  }

  @Override
  public Rating get(int index) {
    Objects.checkIndex(index, size);
    return new Rating(users[index], items[index], stars[index]);
  }

  public long user(int index) {
    return users[Objects.checkIndex(index, size)];
  }

  public long item(int index) {
    return items[Objects.checkIndex(index, size)];
  }

  public double stars(int index) {
    return stars[Objects.checkIndex(index, size)];
  }

  /// The day of it, in days since 1970; nothing where the data do not say when it was.
  public OptionalInt day(int index) {
    int day = days[Objects.checkIndex(index, size)];
    return day == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(day);
  }

  @Override
  public int size() {
    return size;
  }
}
