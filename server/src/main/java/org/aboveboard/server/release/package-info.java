/// Whether the model may be served as this server runs it: the gate in front of recommending.
@NullMarked
package org.aboveboard.server.release;

import org.jspecify.annotations.NullMarked;
