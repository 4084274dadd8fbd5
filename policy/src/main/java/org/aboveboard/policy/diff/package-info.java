/// What is different between two versions of a policy: which way each change goes, who must agree
/// to it, and who must be asked again.
@NullMarked
package org.aboveboard.policy.diff;

import org.jspecify.annotations.NullMarked;
