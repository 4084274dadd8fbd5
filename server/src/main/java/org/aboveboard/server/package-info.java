/// The house and its doors: how the rooms are put together, and nothing of what they do.
@NullMarked
package org.aboveboard.server;

import org.jspecify.annotations.NullMarked;
