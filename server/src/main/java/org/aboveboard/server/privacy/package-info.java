/// Privacy options: everything a person can see and switch off, in one place.
@NullMarked
package org.aboveboard.server.privacy;

import org.jspecify.annotations.NullMarked;
