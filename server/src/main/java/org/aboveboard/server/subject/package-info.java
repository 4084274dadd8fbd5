/// Who a person is inside: a number, a key, sealed bytes.
@NullMarked
package org.aboveboard.server.subject;

import org.jspecify.annotations.NullMarked;
