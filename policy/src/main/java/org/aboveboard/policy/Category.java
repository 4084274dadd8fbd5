package org.aboveboard.policy;

/// A kind of personal data, named as a person would name it ("reading history").
public record Category(String id, String label, Sensitivity sensitivity, Provenance provenance) {}
