package org.aboveboard.server.rights;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.IntSupplier;
import org.aboveboard.policy.AuditedBypass;
import org.aboveboard.policy.Basis;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Purpose;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.key.Lookup;
import org.aboveboard.server.rights.RightsStore.Reached;
import org.aboveboard.server.subject.SubjectStore;

/// The step of an erasure after which nobody can read the person any more: it is written down
/// outside the database, then rows and key go in one transaction.
final class Vanish {
  private final RightsStore rights;
  private final SubjectStore subjects;
  private final Declaration declaration;
  private final InstantSource clock;

  Vanish(RightsStore rights, SubjectStore subjects, Declaration declaration, InstantSource clock) {
    this.rights = rights;
    this.subjects = subjects;
    this.declaration = declaration;
    this.clock = clock;
  }

  Reached run(long subject, Lookup lookup) {
    IntSupplier note = subjects.noteOfErasure(subject);
    return rights.erase(grant(subject), lookup, suppressUntil(subject), note);
  }

  /// Until when late events are turned away, and what could be imported again; today where
  /// everything rests on consent and nothing came from elsewhere.
  private LocalDate suppressUntil(long subject) {
    boolean restsOnMore =
        rights.cameFromElsewhere(grant(subject))
            || declaration.now().policy().purposes().stream()
                .map(Purpose::basis)
                .anyMatch(b -> b != Basis.CONSENT);
    LocalDate today = clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    return restsOnMore ? today.plusDays(Erase.SUPPRESS_DAYS) : today;
  }

  @AuditedBypass(why = "erasure must work after consent is withdrawn, and whatever was agreed to")
  private Grant grant(long subject) {
    return Grant.forRights(subject, declaration.now().policy(), clock.instant());
  }
}
