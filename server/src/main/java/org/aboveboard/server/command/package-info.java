/// The command line.
@NullMarked
package org.aboveboard.server.command;

import org.jspecify.annotations.NullMarked;
