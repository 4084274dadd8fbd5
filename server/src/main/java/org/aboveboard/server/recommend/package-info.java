/// The one hot path: from a subject and a surface to a recorded answer.
@NullMarked
package org.aboveboard.server.recommend;

import org.jspecify.annotations.NullMarked;
