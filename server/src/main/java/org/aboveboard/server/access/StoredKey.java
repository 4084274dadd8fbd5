package org.aboveboard.server.access;

/// A key as the store holds it: recognised by its digest, readable by nobody.
record StoredKey(AccessKey key, KeyDigest digest) {}
