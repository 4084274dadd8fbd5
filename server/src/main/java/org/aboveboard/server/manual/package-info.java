/// The transparency manual of each model: what it is made of, how it weighs, what was measured of
/// it, who let it through, and what is not known.
@NullMarked
package org.aboveboard.server.manual;

import org.jspecify.annotations.NullMarked;
