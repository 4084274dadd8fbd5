/// Measures on a data set whether what a policy keeps makes its answers better.
@NullMarked
package org.aboveboard.server.measure;

import org.jspecify.annotations.NullMarked;
