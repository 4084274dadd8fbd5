/// Why this, and what would change it.
@NullMarked
package org.aboveboard.server.explain;

import org.jspecify.annotations.NullMarked;
