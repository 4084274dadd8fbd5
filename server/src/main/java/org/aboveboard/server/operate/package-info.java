/// Staff, health and figures.
@NullMarked
package org.aboveboard.server.operate;

import org.jspecify.annotations.NullMarked;
