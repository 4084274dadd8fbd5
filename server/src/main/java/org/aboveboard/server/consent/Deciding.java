package org.aboveboard.server.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Decision;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Question;
import org.aboveboard.policy.Standing;
import org.aboveboard.policy.Use;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.lease.Lease;
import org.aboveboard.server.lease.Moment;

/// The one way to a decision about somebody: the version in force and what they have said, read
/// together.
public final class Deciding {
  private static final long NOBODY = 0;
  private static final int TRIES = 5;

  private final ConsentStore consents;
  private final Declaration declaration;
  private final Lease lease;

  public Deciding(ConsentStore consents, Declaration declaration, Lease lease) {
    this.consents = consents;
    this.declaration = declaration;
    this.lease = lease;
  }

  /// What is known at the moment at which a use begins.
  public record Said(InForce inForce, Map<String, Known> people, boolean leased) {
    public Said {
      people = Map.copyOf(people);
    }

    /// Somebody and where they stand, if they are known.
    public Optional<Known> of(String name) {
      return Optional.ofNullable(people.get(name));
    }

    /// What a decision has to know besides.
    public Circumstances circumstances(OptOuts sent, boolean isMinor) {
      return inForce.circumstances(sent, isMinor).leased(leased);
    }

    /// Whether somebody's data may be used so, now.
    public Decision decide(
        Optional<Known> who,
        Purpose purpose,
        Use use,
        Optional<String> surface,
        Circumstances circumstances,
        Instant now) {
      long subject = who.map(known -> known.subject().number()).orElse(NOBODY);
      Standing standing = who.map(Known::standing).orElse(Standing.silent());
      Question question = new Question(subject, purpose, use, surface, circumstances);
      return inForce.policy().decide(question, standing, now);
    }

    @Override
    public String toString() {
      return "Said";
    }
  }

  /// Decides about some people at one moment. If somebody has spoken meanwhile, here or on another
  /// node, it is asked for again; and if that does not end, without a lease, which denies.
  public <T> T about(Collection<String> names, Function<Said, T> decide) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Moment moment = lease.begin();
      Said said = said(names, true);
      T decided = decide.apply(said);
      if (stands(moment, said)) {
        return decided;
      }
    }
    return decide.apply(said(names, false));
  }

  private Said said(Collection<String> names, boolean leased) {
    InForce inForce = declaration.now();
    return new Said(inForce, consents.known(names, inForce), leased);
  }

  private boolean stands(Moment moment, Said said) {
    return lease.stands(moment, Lease.EVERYBODY, said.inForce().index())
        && said.people().values().stream()
            .allMatch(
                known -> lease.stands(moment, known.subject().number(), known.standing().index()));
  }
}
