/// Pictures that answer a question, each with its answer in words and the same as a table.
@NullMarked
package org.aboveboard.server.chart;

import org.jspecify.annotations.NullMarked;
