package org.aboveboard.server.key;

import javax.crypto.SecretKey;

/// The one key outside of everything: it seals small secrets and gives keys for named uses.
///
/// [RootFile] is a file. A hardware module (PKCS#11) or a cloud's key service can stand here
/// instead. Such a one must
///
/// - seal and open with authentication, bound to the context: what was sealed for one does not open
///   for another;
/// - give the same key for the same label for ever, on every node, and different ones for different
///   labels; where it cannot hand out derived keys, it keeps a random secret of 32 bytes sealed
///   under itself beside the epochs and derives from that;
/// - be asked seldom: at a start, and once for each epoch and each named secret. No request of a
///   person waits for it;
/// - answer a refusal or an outage with an exception, never with other bytes; and log nothing it is
///   given.
///
/// What it does not have to do is forget: nothing of a person is sealed under it directly, and an
/// epoch is destroyed by destroying its file.
public interface RootKey {
  /// The secret so that it opens only here and in the same context.
  byte[] seal(String context, byte[] secret);

  /// The secret that was sealed in this context.
  byte[] open(String context, byte[] sealed);

  /// A key of 32 bytes for the use that `label` names.
  SecretKey derive(String label, String algorithm);
}
