package org.aboveboard.server.collect;

/// What is wrong with one message, and what to change; never repeats what was sent.
record Fault(String why, String cure) {}
