/// The database: powers, pools and migrations; knows no feature.
@NullMarked
package org.aboveboard.server.sql;

import org.jspecify.annotations.NullMarked;
