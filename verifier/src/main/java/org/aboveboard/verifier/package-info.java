/// Checks a journal extract with nothing but the ledger core.
package org.aboveboard.verifier;
