/// What people take along as proof: the entry about what they said, and its place in the ledger.
@NullMarked
package org.aboveboard.server.receipt;

import org.jspecify.annotations.NullMarked;
