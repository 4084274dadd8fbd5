/// Who is calling: keys of shops and staff, tokens of subjects.
@NullMarked
package org.aboveboard.server.access;

import org.jspecify.annotations.NullMarked;
