/// How well, for whom, and at what price a model guesses: measured on data, compared, held against
/// the declared limits.
@NullMarked
package org.aboveboard.server.evaluation;

import org.jspecify.annotations.NullMarked;
