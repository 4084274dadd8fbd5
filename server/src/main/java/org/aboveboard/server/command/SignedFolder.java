package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/// Where signed files of a kind are kept beside a policy; nothing that is there is ever written
/// over.
///
/// @param policy the policy's folder
/// @param name of the folder in it
record SignedFolder(Path policy, String name) {
  private static final FileAttribute<?> EVERYBODY_READS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  /// Writes a text under the first of these names that is free, whole or not at all; answers the
  /// name.
  String add(String text, List<String> names) throws IOException, Complaint {
    try {
      Path folder = Files.createDirectories(policy.resolve(name));
      Path half = Files.createTempFile(folder, ".signed", ".half", EVERYBODY_READS);
      try {
        Files.writeString(half, text, StandardOpenOption.SYNC);
        return put(half, names);
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (FileSystemException e) {
      throw new Complaint(
          "The folder " + name + "/ of this policy cannot be written.",
          "Sign where the policy's files are yours to change.");
    }
  }

  private String put(Path half, List<String> names) throws IOException, Complaint {
    for (String one : names) {
      if (move(half, policy.resolve(one))) {
        return one;
      }
    }
    throw new Complaint(
        "Every name for this file is taken in " + name + "/.",
        "Look at what is there, and remove what is of no use.");
  }

  private static boolean move(Path half, Path target) throws IOException {
    try {
      Files.move(half, target);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }
}
