/// Commitments to what happened, and proofs that nothing published was changed. Gets bytes, never
/// people.
package org.aboveboard.ledger;
