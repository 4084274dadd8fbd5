package org.aboveboard.policy;

/// Somebody who can sign for the organisation.
///
/// @param key their Ed25519 public key, in base64 of its X.509 form
public record Person(String id, String name, String role, String key) {}
