/// What volunteers said of themselves: kept apart, counted, and read by nobody alone.
@NullMarked
package org.aboveboard.server.vault;

import org.jspecify.annotations.NullMarked;
