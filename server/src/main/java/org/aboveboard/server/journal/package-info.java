/// The one gap-free, commit-ordered list of everything that happened.
@NullMarked
package org.aboveboard.server.journal;

import org.jspecify.annotations.NullMarked;
