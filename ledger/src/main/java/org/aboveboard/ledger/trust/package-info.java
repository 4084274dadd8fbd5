/// Whom an outsider believes: which logs, and how many witnesses beside them.
package org.aboveboard.ledger.trust;
