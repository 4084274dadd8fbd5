package org.aboveboard.server.collect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.aboveboard.server.optout.Carriers;
import org.aboveboard.server.optout.Heard;
import org.aboveboard.server.optout.Sent;

/// Requests as tests send them.
record Mailed(
    String call,
    Supplier<InputStream> body,
    Optional<String> authorization,
    Optional<String> queryKey,
    Optional<String> encoding,
    Optional<String> mediaType,
    Sent sent) {

  static Mailed to(String call, String json) {
    return to(call, json.getBytes(UTF_8));
  }

  static Mailed to(String call, byte[] body) {
    return new Mailed(
        call,
        () -> new ByteArrayInputStream(body),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("application/json"),
        Sent.NOTHING);
  }

  Mailed as(String key) {
    String basic = Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    return header("Basic " + basic);
  }

  Mailed header(String authorization) {
    return new Mailed(call, body, Optional.of(authorization), queryKey, encoding, mediaType, sent);
  }

  Mailed query(String key) {
    return new Mailed(call, body, authorization, Optional.of(key), encoding, mediaType, sent);
  }

  Mailed encoded(String how) {
    return new Mailed(call, body, authorization, queryKey, Optional.of(how), mediaType, sent);
  }

  Mailed typed(String type) {
    return new Mailed(call, body, authorization, queryKey, encoding, Optional.of(type), sent);
  }

  Mailed gpc() {
    return new Mailed(call, body, authorization, queryKey, encoding, mediaType, gpcAlone());
  }

  private static Sent gpcAlone() {
    try (Carriers carriers = Carriers.open(new Heard())) {
      return carriers.ofRequest(
          name -> name.equals("Sec-GPC") ? List.of("1") : List.of(), _ -> List.of());
    }
  }

  Delivery delivery() {
    return new Delivery(call, authorization, queryKey, encoding, mediaType, sent, body.get());
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
