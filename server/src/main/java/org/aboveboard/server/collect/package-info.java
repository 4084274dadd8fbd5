/// Events in: the wire, the decision, the rows.
@NullMarked
package org.aboveboard.server.collect;

import org.jspecify.annotations.NullMarked;
