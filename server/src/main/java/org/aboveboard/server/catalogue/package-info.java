/// What can be recommended.
@NullMarked
package org.aboveboard.server.catalogue;

import org.jspecify.annotations.NullMarked;
