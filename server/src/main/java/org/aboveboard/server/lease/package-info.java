/// A node's permission to decide, and what a withdrawal waits for before it is acknowledged.
@NullMarked
package org.aboveboard.server.lease;

import org.jspecify.annotations.NullMarked;
