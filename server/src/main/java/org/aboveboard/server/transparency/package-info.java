/// What the public can read about what this server does.
@NullMarked
package org.aboveboard.server.transparency;

import org.jspecify.annotations.NullMarked;
