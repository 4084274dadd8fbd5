/// The data map: what is collected, kept, used, learnt and seen, as it is declared.
@NullMarked
package org.aboveboard.policy.map;

import org.jspecify.annotations.NullMarked;
