/// How a witness judges a checkpoint: only what continues all it saw before gets its cosignature.
package org.aboveboard.ledger.witness;
