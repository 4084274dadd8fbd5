/// Every page and component in every state, with made-up data, to be looked at and photographed.
@NullMarked
package org.aboveboard.server.styleguide;

import org.jspecify.annotations.NullMarked;
