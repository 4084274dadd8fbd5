/// Reads the data sets people bring (MovieLens, Tmall, CSV, JSON lines) and writes them back.
///
/// Nothing here knows of SQL, of consent or of the web: a reader turns lines of a file into
/// [ItemLine] and [EventLine], says of each line it could not use why, and never stops for one.
@NullMarked
package org.aboveboard.server.load;

import org.jspecify.annotations.NullMarked;
