package org.aboveboard.server.rights;

import java.time.InstantSource;
import org.aboveboard.server.declaration.Declaration;
import org.aboveboard.server.sql.Pools;
import org.aboveboard.server.subject.Subject;
import org.aboveboard.server.subject.SubjectStore;
import org.jboss.logging.Logger;

/// Erases again whom the erasures file names and a restored backup brought back, before anything is
/// learnt or served. Whoever came back of themselves has another key, and stays.
public final class Replay {
  private static final Logger LOG = Logger.getLogger(Replay.class);

  private Replay() {}

  /// Rows and key are gone when this returns; the rest of each job goes on with those that a stop
  /// interrupted. Answers how many people it was.
  public static int run(
      Pools pools, SubjectStore subjects, Declaration declaration, InstantSource clock) {
    ErasureStore jobs = new ErasureStore(pools, clock);
    Vanish vanish = new Vanish(new RightsStore(pools, clock), subjects, declaration, clock);
    int count = 0;
    for (Subject subject : subjects.erasedBefore()) {
      jobs.begin(subject);
      vanish.run(subject.number(), subject.lookup());
      count++;
    }
    if (count > 0) {
      LOG.infof("%d people who were erased before have been erased again.", count);
    }
    return count;
  }
}
