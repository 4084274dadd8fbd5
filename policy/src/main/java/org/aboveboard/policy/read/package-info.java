/// Reads a policy from its folder or from its canonical text, and finds every fault at once.
@NullMarked
package org.aboveboard.policy.read;

import org.jspecify.annotations.NullMarked;
