package org.aboveboard.server.declaration;

import java.time.Instant;
import java.util.Optional;
import org.aboveboard.ledger.Canonical;
import org.aboveboard.ledger.Commitment;
import org.aboveboard.policy.Policy;
import org.aboveboard.server.journal.Kind;
import org.aboveboard.server.journal.Leaf;
import org.aboveboard.server.journal.Mark;
import org.aboveboard.server.sql.Bytes;

/// A version of the policy that is about to come into force.
record Version(Policy policy, Instant at, Mark mark) implements Leaf {
  Version(Policy policy, Instant at) {
    this(policy, at, Mark.of(Kind.POLICY, body(policy)));
  }

  private static Canonical body(Policy policy) {
    Canonical body =
        Canonical.empty()
            .with("policy", policy.digest())
            .with("approvals", Long.valueOf(policy.approvals().size()));
    return policy.releases().isEmpty()
        ? body
        : body.with("releases", Long.valueOf(policy.releases().size()));
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
