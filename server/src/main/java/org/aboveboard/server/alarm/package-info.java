/// What staff have to look at: one alarm for each cause, whoever watches for it.
@NullMarked
package org.aboveboard.server.alarm;

import org.jspecify.annotations.NullMarked;
