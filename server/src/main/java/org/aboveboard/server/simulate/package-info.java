/// A made-up population that meets this very server, to see what a policy does before people do.
@NullMarked
package org.aboveboard.server.simulate;

import org.jspecify.annotations.NullMarked;
