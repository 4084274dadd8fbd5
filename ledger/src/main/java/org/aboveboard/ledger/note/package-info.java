/// Signed notes, their keys, and checkpoints: what a log says in public, byte for byte as C2SP has
/// it.
package org.aboveboard.ledger.note;
