/// The store's engine: a PostgreSQL of our own in a folder, and backups of any PostgreSQL that
/// holds our tables.
@NullMarked
package org.aboveboard.server.postgres;

import org.jspecify.annotations.NullMarked;
