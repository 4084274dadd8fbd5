/// Runs of training as the ledger keeps them: of what, under which policy, and who was in them.
@NullMarked
package org.aboveboard.server.run;

import org.jspecify.annotations.NullMarked;
