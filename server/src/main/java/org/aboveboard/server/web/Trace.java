package org.aboveboard.server.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where something failed, for the log: the kinds of the exceptions and their places in the code.
///
/// Their messages are left out, since a database quotes in them what it was given.
public final class Trace {
  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 25;

  private Trace() {}

  public static String of(Throwable fault) {
    return Stream.<Throwable>iterate(fault, cause -> cause != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .map(Trace::one)
        .collect(Collectors.joining("\ncaused by "));
  }

  private static String one(Throwable fault) {
    return Stream.concat(
            Stream.of(fault.getClass().getName()),
            Stream.of(fault.getStackTrace()).limit(MOST_FRAMES).map(frame -> "\tat " + frame))
        .collect(Collectors.joining("\n"));
  }
}
