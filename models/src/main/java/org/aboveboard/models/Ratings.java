package org.aboveboard.models;

/// Star ratings as three columns: who rated, what, and how high.
public final class Ratings {
  private final String[] users;
  private final int[] items;
  private final double[] stars;

  private Ratings(String[] users, int[] items, double[] stars) {
    this.users = users;
    this.items = items;
    this.stars = stars;
  }

  /// Ratings whose columns have the same length.
  public static Ratings of(String[] users, int[] items, double[] stars) {
    if (users.length != items.length || items.length != stars.length) {
      throw new IllegalArgumentException(
          "columns differ in length: " + users.length + ", " + items.length + ", " + stars.length);
    }
    return new Ratings(users.clone(), items.clone(), stars.clone());
  }

  int size() {
    return users.length;
  }

  String user(int k) {
    return users[k];
  }

  int item(int k) {
    return items[k];
  }

  double stars(int k) {
    return stars[k];
  }
}
