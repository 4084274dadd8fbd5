package org.aboveboard.server.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The power under which the programs of PostgreSQL run: they refuse to be root.
///
/// An ordinary user runs them as is. Root first tries a user name space of its own (`unshare`): the
/// files still belong to root, so a folder that only root can enter works too. Where name spaces
/// are forbidden, as in many containers, root becomes the user *nobody* and gives the data to it.
record Privileges(List<String> prefix, int owner) {
  static final int ROOT = 0;
  private static final int NOBODY = 65534;
  static final List<Privileges> LESS_THAN_ROOT =
      List.of(
          new Privileges(List.of("unshare", "--user"), ROOT),
          new Privileges(
              List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"), NOBODY),
          new Privileges(
              List.of("chroot", "--userspec=65534:65534", "--groups=65534", "/"), NOBODY));

  /// The first way that works here and can enter `folder`. Root has those of `lessThanRoot`; others
  /// their own, and a name space where the system has no name for them, as in some containers.
  static Privileges forFolder(Path folder, List<Privileges> lessThanRoot) throws IOException {
    int self = self();
    var ways =
        self == ROOT
            ? lessThanRoot
            : List.of(
                new Privileges(List.of(), self),
                new Privileges(List.of("unshare", "--user"), self));
    for (Privileges way : ways) {
      way.openDoor(folder);
      if (way.canReach(folder)) {
        return way;
      }
    }
    throw self == ROOT ? noWayForRoot(folder) : noName(self);
  }

  static int self() {
    return Math.toIntExact(new UnixSystem().getUid());
  }

  private static StoreRefused noWayForRoot(Path folder) {
    return new StoreRefused(
        "PostgreSQL refuses to run as root, and no way was found to run it with less power in "
            + folder
            + " (tried unshare, setpriv and chroot).",
        "Run Aboveboard as an ordinary user, or put the folder where the user nobody can reach it, "
            + "such as /var/lib/aboveboard.");
  }

  private static StoreRefused noName(int self) {
    return new StoreRefused(
        "PostgreSQL does not run for user number " + self + ", for whom this system has no name.",
        "Give the user a line in /etc/passwd, or run as a user who has one.");
  }

  List<String> command(List<String> program) {
    return Stream.concat(prefix.stream(), program.stream()).toList();
  }

  /// Whether a program run this way is not root, is somebody whom the system knows by name (which
  /// `initdb` insists on), and can look into `folder`.
  boolean canReach(Path folder) throws IOException {
    var look =
        List.of(
            "sh", "-c", "test $(id -u) -ne 0 && id -un >&2 && test -x \"$0\"", folder.toString());
    try {
      return Run.of(command(look)).isSuccess();
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw e;
      }
      return false; // the program that lends the power is not installed
    }
  }

  private void openDoor(Path folder) throws IOException {
    if (owner == NOBODY) {
      var permissions = Files.getPosixFilePermissions(folder);
      if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
        Files.setPosixFilePermissions(folder, permissions);
      }
    }
  }

  /// Gives `folder` and all in it to the user who runs the server; the folder itself goes last, so
  /// that an interrupted hand-over is seen and repeated.
  void own(Path folder) throws IOException {
    if (owner(folder) == owner) {
      return;
    }
    var files = new ArrayList<Path>();
    try (var all = Files.walk(folder)) {
      all.forEach(files::addFirst);
    }
    for (Path file : files) {
      Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private static int owner(Path file) throws IOException {
    return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }
}
