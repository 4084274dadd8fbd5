/// The journal's public, append-only form: tiles, checkpoints, and what outsiders read of them.
@NullMarked
package org.aboveboard.server.ledger;

import org.jspecify.annotations.NullMarked;
