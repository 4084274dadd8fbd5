/// The data map as pages and as data: what is declared, and beside it what was seen.
@NullMarked
package org.aboveboard.server.map;

import org.jspecify.annotations.NullMarked;
