package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/// Requests as tests send them.
record Sent(
    String call,
    Supplier<InputStream> body,
    Optional<String> authorization,
    Optional<String> queryKey,
    Optional<String> encoding,
    Optional<String> mediaType,
    boolean globalPrivacyControl) {

  static Sent to(String call, String json) {
    return to(call, json.getBytes(UTF_8));
  }

  static Sent to(String call, byte[] body) {
    return new Sent(
        call,
        () -> new ByteArrayInputStream(body),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("application/json"),
        false);
  }

  Sent as(String key) {
    String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    return header("Basic " + basic);
  }

  Sent header(String authorization) {
    return new Sent(
        call,
        body,
        Optional.of(authorization),
        queryKey,
        encoding,
        mediaType,
        globalPrivacyControl);
  }

  Sent query(String key) {
    return new Sent(
        call, body, authorization, Optional.of(key), encoding, mediaType, globalPrivacyControl);
  }

  Sent encoded(String how) {
    return new Sent(
        call, body, authorization, queryKey, Optional.of(how), mediaType, globalPrivacyControl);
  }

  Sent typed(String type) {
    return new Sent(
        call, body, authorization, queryKey, encoding, Optional.of(type), globalPrivacyControl);
  }

  Sent gpc() {
    return new Sent(call, body, authorization, queryKey, encoding, mediaType, true);
  }

  Delivery delivery() {
    return new Delivery(
        call, authorization, queryKey, encoding, mediaType, globalPrivacyControl, body.get());
  }

  static byte[] gzip(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
