package org.aboveboard.server.collect;

import org.aboveboard.policy.Purpose;
import org.aboveboard.server.consent.Consents.Settled;
import org.aboveboard.server.consent.How;

/// The end of a purpose for somebody: their no is recorded, and what rested on their yes goes.
@FunctionalInterface
public interface Ends {
  Settled end(String subject, Purpose purpose, How how);
}
