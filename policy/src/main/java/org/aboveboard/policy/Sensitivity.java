package org.aboveboard.policy;

/// How much harm a category of data can do to the person it is about.
public enum Sensitivity {
  ORDINARY,
  SENSITIVE
}
