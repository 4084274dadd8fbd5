/// Keeps the model equal to the rows that may train it.
@NullMarked
package org.aboveboard.server.learn;

import org.jspecify.annotations.NullMarked;
