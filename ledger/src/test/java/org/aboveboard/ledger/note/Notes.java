package org.aboveboard.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.aboveboard.ledger.Verdict;

/// The published notes and keys that the tests of this package share.
final class Notes {
  static final Verdict VERIFIED = new Verdict.Verified();

  /// golang.org/x/mod, sumdb/note/note_test.go (BSD-3-Clause).
  static final String PETER_SECRET =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

  static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
  static final String TEXT =
      """
      If you think cryptography is the answer to your problem,
      then you don't know what your problem is.
      """;
  static final String BY_PETER =
      "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  static final String BY_ENOCH =
      "\u2014 EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

  /// The example of c2sp.org/signed-note.
  static final String FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

  static final String BY_FOO =
      "\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  private Notes() {}

  static Note note(String text) {
    return switch (Note.read(text)) {
      case Note.Read(var note) -> note;
      case Note.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  static VerifierKey key(String vkey) {
    return switch (VerifierKey.parse(vkey)) {
      case VerifierKey.Read(var key) -> key;
      case VerifierKey.Unreadable(var reason) -> throw new AssertionError(reason);
    };
  }

  static boolean isVerified(byte[] bytes, VerifierKey key) {
    return Note.read(bytes) instanceof Note.Read(var note) && note.verify(key).equals(VERIFIED);
  }

  static boolean isVerified(String note, VerifierKey key) {
    return isVerified(note.getBytes(UTF_8), key);
  }
}
