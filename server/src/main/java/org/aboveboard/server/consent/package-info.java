/// What people were asked, what they said, and what holds now.
@NullMarked
package org.aboveboard.server.consent;

import org.jspecify.annotations.NullMarked;
