/// What is wrong with a policy that can be read: every finding with its place, its reason, its cure
/// and the law or the evidence it rests on.
@NullMarked
package org.aboveboard.policy.lint;

import org.jspecify.annotations.NullMarked;
