package org.aboveboard.server.measure;

/// How well the hidden item of each person was guessed, in the order of the people.
final class Figures {
  private final double[] ndcg;
  private final double[] recall;

  Figures(int people) {
    this.ndcg = new double[people];
    this.recall = new double[people];
  }

  /// Notes at which place of a person's list the hidden item stands, from nought.
  void found(int person, int place) {
    recall[person] = 1;
    ndcg[person] = Math.log(2) / Math.log(place + 2.0);
  }

  /// What is lost of NDCG with other figures of the same people.
  Loss ndcg(Figures without) {
    return Loss.of(ndcg, without.ndcg);
  }

  /// What is lost of recall with other figures of the same people.
  Loss recall(Figures without) {
    return Loss.of(recall, without.recall);
  }
}
