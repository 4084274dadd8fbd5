/// What other tools read of a policy, derived from it in their own formats, and the way back from
/// the one that has a way back.
@NullMarked
package org.aboveboard.policy.export;

import org.jspecify.annotations.NullMarked;
