package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Path;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.read.ApprovalFile;
import org.aboveboard.policy.read.PolicyFaults;

/// Where the approvals of a policy are kept.
///
/// @param policy the policy's folder
record ApprovalFolder(Path policy) {

  /// Writes an approval; answers the name of its file.
  String add(Approval signed) throws IOException, Complaint {
    String text = ApprovalFile.text(signed);
    requireReadable(text, signed);
    return new SignedFolder(policy, "approvals").add(text, ApprovalFile.names(signed));
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
