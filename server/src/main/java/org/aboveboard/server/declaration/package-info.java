/// The policy in force and the stable numbers of what it declares.
@NullMarked
package org.aboveboard.server.declaration;

import org.jspecify.annotations.NullMarked;
