/// Access, erasure and their jobs.
@NullMarked
package org.aboveboard.server.rights;

import org.jspecify.annotations.NullMarked;
