package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;

/// The id of a message whose sender gave it none: a digest of what it says and when, so that the
/// same bytes sent again with their own timestamp are known again.
final class MessageId {
  private MessageId() {}

  static String of(JsonNode item, int place, Instant receivedAt) {
    boolean stamped = item.hasNonNull("timestamp") || item.hasNonNull("originalTimestamp");
    String when = stamped ? "" : receivedAt.toString();
    byte[] said = (place + "\n" + when + "\n" + item).getBytes(StandardCharsets.UTF_8);
    return "d-" + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(said));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256.", e);
    }
  }
}
