package org.aboveboard.server.run;

import java.util.HexFormat;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.ledger.receipt.RunList;
import org.aboveboard.models.Settings;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.learn.Learn.Composition;
import org.aboveboard.server.sql.Bytes;

/// A run of training, ready to be written: its entry, and the pseudonyms of everybody in it.
record Trained(Bytes run, RunList people, Mark mark) implements Leaf {

  /// What was trained, on the consents as of which index, from what and how, and the root over who
  /// was in it.
  static Trained of(
      byte[] run, Composition model, RunList people, String policy, Settings settings) {
    Canonical body =
        Canonical.empty()
            .with("kind", Kind.TRAINING.word())
            .with("run", HexFormat.of().formatHex(run))
            .with("policy", policy)
            .with("consents", model.index())
            .with("integers", HexFormat.of().formatHex(model.integers()))
            .with("items", model.items())
            .with("lambda", Double.toString(settings.lambda()))
            .with("xi", Double.toString(settings.xi()))
            .with("count", people.count())
            .with("root", people.root().hex());
    return new Trained(Bytes.of(run), people, Mark.of(Kind.TRAINING, body));
  }

  @Override
  public Kind kind() {
    return mark.kind();
  }

  @Override
  public Commitment commitment() {
    return mark.commitment();
  }

  @Override
  public Optional<Bytes> body() {
    return mark.body();
  }
}
