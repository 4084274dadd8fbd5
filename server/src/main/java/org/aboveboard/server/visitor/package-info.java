/// Who looks at a page, and what surrounds it for them.
@NullMarked
package org.aboveboard.server.visitor;

import org.jspecify.annotations.NullMarked;
