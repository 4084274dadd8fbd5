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
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.read.ApprovalFile;
import org.aboveboard.policy.read.PolicyFaults;

/// Where the approvals of a policy are kept; nothing that is there is ever written over.
///
/// @param policy the policy's folder
record ApprovalFolder(Path policy) {
  private static final FileAttribute<?> EVERYBODY_READS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  /// Writes an approval under the first of its names that is free, whole or not at all; answers the
  /// name.
  String add(Approval signed) throws IOException, Complaint {
    String text = ApprovalFile.text(signed);
    requireReadable(text, signed);
    try {
      Path approvals = Files.createDirectories(policy.resolve("approvals"));
      Path half = Files.createTempFile(approvals, ".approval", ".half", EVERYBODY_READS);
      try {
        Files.writeString(half, text, StandardOpenOption.SYNC);
        return put(half, ApprovalFile.names(signed));
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (FileSystemException e) {
      throw new Complaint(
          "The folder approvals/ of this policy cannot be written.",
          "Sign where the policy's files are yours to change.");
    }
  }

  private String put(Path half, List<String> names) throws IOException, Complaint {
    for (String name : names) {
      if (move(half, policy.resolve(name))) {
        return name;
      }
    }
    throw new Complaint(
        "Every name for this approval is taken in approvals/.",
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

  /// What was typed must come back from the file as it was signed.
  private static void requireReadable(String text, Approval signed) throws Complaint {
    try {
      if (ApprovalFile.read("approvals", text).equals(signed)) {
        return;
      }
    } catch (PolicyFaults e) {
      // said below
    }
    throw new Complaint(
        "--why or --results cannot be written down.",
        "Write up to 400 plain signs in each, without control characters.");
  }
}
