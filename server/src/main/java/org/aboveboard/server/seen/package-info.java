/// What this server notices of its own doings, held against what is declared.
@NullMarked
package org.aboveboard.server.seen;

import org.jspecify.annotations.NullMarked;
