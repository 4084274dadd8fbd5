/// The keys of the house: what is derived from its root, and how bytes are sealed.
@NullMarked
package org.aboveboard.server.key;

import org.jspecify.annotations.NullMarked;
