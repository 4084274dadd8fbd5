/// What is done to a list after the model has ranked it: correction inside what was declared,
/// places by chance, and lists for comparison. Each says what it did.
@NullMarked
package org.aboveboard.server.correct;

import org.jspecify.annotations.NullMarked;
