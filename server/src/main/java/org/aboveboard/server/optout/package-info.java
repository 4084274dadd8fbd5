/// What a browser or another consent tool sends with a request: read at the door, never widening.
@NullMarked
package org.aboveboard.server.optout;

import org.jspecify.annotations.NullMarked;
