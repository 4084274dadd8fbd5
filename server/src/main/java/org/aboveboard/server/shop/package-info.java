/// The pages of the demonstration's shop.
@NullMarked
package org.aboveboard.server.shop;

import org.jspecify.annotations.NullMarked;
