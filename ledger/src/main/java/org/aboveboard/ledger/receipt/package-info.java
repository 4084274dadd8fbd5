/// What a person holds in the hand: a signed entry with its proof, and the proof that they were no
/// part of a training run.
package org.aboveboard.ledger.receipt;
