/// The ledger as files that never change: tiles of hashes and bundles of entries, after
/// c2sp.org/tlog-tiles.
package org.aboveboard.ledger.tile;
