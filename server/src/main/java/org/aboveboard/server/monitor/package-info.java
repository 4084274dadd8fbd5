/// The declared monitors: what was shown and what followed, held against what the policy promises.
@NullMarked
package org.aboveboard.server.monitor;

import org.jspecify.annotations.NullMarked;
