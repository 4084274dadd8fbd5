/// What people read about a policy, derived from it in each language: prompts, notices, the map.
@NullMarked
package org.aboveboard.policy.tell;

import org.jspecify.annotations.NullMarked;
