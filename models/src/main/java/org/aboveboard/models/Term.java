package org.aboveboard.models;

/// What one own item adds to a score.
public record Term(int own, double value) {}
