/// What has run out is deleted, and leaves the model too.
@NullMarked
package org.aboveboard.server.retain;

import org.jspecify.annotations.NullMarked;
