package org.aboveboard.server.collect;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.aboveboard.server.collect.Decoded.Body;
import org.aboveboard.server.collect.Decoded.Unreadable;

/// Reads the bytes of a request into one JSON object, or says why it cannot.
///
/// Order matters against hostile input: the bytes are counted before they are inflated, counted
/// again while they are inflated, decoded strictly, and only then parsed under limits of depth and
/// length. The declared media type is not looked at, since browsers send JSON as `text/plain`.
final class Wire {
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final Limits limits;
  private final JsonMapper json;

  Wire(Limits limits) {
    this.limits = limits;
    this.json = StrictJson.within(limits);
  }

  Decoded read(InputStream stream, Optional<String> encoding, Optional<String> mediaType)
      throws IOException {
    if (!Encodings.knows(encoding)) {
      return new Unreadable(
          415,
          "unknown_encoding",
          "The body's encoding is not known here. Send it plain or as gzip.");
    }
    Optional<Charset> charset = Encodings.charset(mediaType);
    if (charset.isEmpty()) {
      return new Unreadable(
          415, "unknown_charset", "The body's character set is not known here. Send UTF-8.");
    }
    byte[] raw = stream.readNBytes(limits.bodyBytes() + 1);
    return raw.length > limits.bodyBytes() ? tooLarge() : inflated(raw, charset.get());
  }

  private Decoded inflated(byte[] raw, Charset charset) {
    if (!Encodings.isGzip(raw)) {
      return decoded(raw, charset);
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(raw))) {
      byte[] plain = gzip.readNBytes(limits.bodyBytes() + 1);
      return plain.length > limits.bodyBytes() ? tooLarge() : decoded(plain, charset);
    } catch (IOException _) {
      return new Unreadable(
          400,
          "malformed_gzip",
          "The body starts as gzip but does not inflate. Send it again whole.");
    }
  }

  private Decoded decoded(byte[] bytes, Charset charset) {
    var strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    try {
      return parsed(strict.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return new Unreadable(
          400,
          "malformed_text",
          "The body is not text in its character set. Send UTF-8, or name another.");
    }
  }

  private Decoded parsed(String text) {
    try {
      JsonNode root = json.readTree(withoutMark(text));
      return root instanceof ObjectNode object ? new Body(object) : notAnObject();
    } catch (StreamConstraintsException _) {
      return new Unreadable(
          400,
          "too_deep",
          "The JSON is nested too deep or holds a number that is too long. Send flat properties.");
    } catch (JsonProcessingException malformed) {
      return new Unreadable(400, "malformed_json", where(malformed.getLocation()));
    }
  }

  private static String withoutMark(String text) {
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static String where(JsonLocation place) {
    return "The body is not JSON, or names a field twice: look at line "
        + place.getLineNr()
        + ", column "
        + place.getColumnNr()
        + ".";
  }

  private static Decoded notAnObject() {
    return new Unreadable(
        400,
        "not_an_object",
        "The body holds no JSON object. Send one event, or {\"batch\": [...]}.");
  }

  private Decoded tooLarge() {
    return new Unreadable(
        413,
        "body_too_large",
        "The body is larger than " + limits.bodyBytes() / 1024 + " KB. Send smaller batches.");
  }
}
