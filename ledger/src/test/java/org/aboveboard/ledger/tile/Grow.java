package org.aboveboard.ledger.tile;

import java.io.IOException;
import java.nio.file.Path;

/// A process that grows a log and can be killed: `Grow TRIAL FOLDER SIZE`.
///
/// It grows a log on trial first, so that all classes are loaded, and then the real one in a thread
/// of its own, whose system calls are counted from one.
final class Grow {
  private Grow() {}

  public static void main(String... args) throws IOException, InterruptedException {
    long size = Long.parseLong(args[2]);
    Logs.grow(Path.of(args[0]), size);
    var status = new int[] {3};
    var thread = Thread.ofPlatform().start(() -> status[0] = grow(Path.of(args[1]), size));
    thread.join();
    System.exit(status[0]);
  }

  private static int grow(Path folder, long size) {
    try {
      Logs.grow(folder, size);
      return 0;
    } catch (IOException _) {
      return 4;
    }
  }
}
