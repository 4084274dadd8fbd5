package org.aboveboard.policy;

/// The form a field's value must have to be kept.
public enum FieldType {
  TEXT,
  NUMBER,
  FLAG,
  TIME
}
