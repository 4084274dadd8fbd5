/// What can be said of the words of a prompt without knowing what it asks: how hard they are to
/// read, and which of them press, blur or soothe.
@NullMarked
package org.aboveboard.policy.wording;

import org.jspecify.annotations.NullMarked;
