package org.aboveboard.server.collect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.server.access.AccessKey;
import org.aboveboard.server.access.Credential;
import org.aboveboard.server.access.Keys;
import org.aboveboard.server.collect.Decoded.Body;
import org.aboveboard.server.collect.Decoded.Unreadable;
import org.aboveboard.server.optout.Carriers;

/// Takes in what event SDKs send: reads it, finds its key, keeps it to the key's rate, hands it on,
/// and answers so that no SDK loses or repeats what it sent.
///
/// A request that can be read is answered with 200 whatever becomes of its messages, since an SDK
/// drops a whole batch on any 4xx. Only 429 and 5xx make one try again.
final class Reception {
  private final Wire wire;
  private final Messages messages;
  private final Keys keys;
  private final Rates rates;
  private final Intake intake;
  private final InstantSource clock;
  private final Limits limits;

  Reception(
      Limits limits,
      Keys keys,
      Rates rates,
      Carriers carriers,
      Intake intake,
      InstantSource clock) {
    this.limits = limits;
    this.wire = new Wire(limits);
    this.messages = new Messages(limits, carriers);
    this.keys = keys;
    this.rates = rates;
    this.intake = intake;
    this.clock = clock;
  }

  Reply receive(Delivery delivery) throws IOException {
    if (Route.isTelemetry(delivery.call())) {
      return Reply.DONE;
    }
    Instant receivedAt = clock.instant();
    return switch (wire.read(delivery.body(), delivery.encoding(), delivery.mediaType())) {
      case Unreadable(var status, var code, var message) -> Reply.refused(status, code, message);
      case Body(var request) -> authorised(delivery, request, receivedAt);
    };
  }

  private Reply authorised(Delivery delivery, ObjectNode request, Instant receivedAt) {
    return key(delivery, request)
        .map(key -> counted(delivery, request, key, receivedAt))
        .orElseGet(() ->
            Reply.refused(
                401,
                "unknown_key",
                "No key we know came with the request. Send the write key as the user name of"
                    + " Basic authorization, or as writeKey in the body."));
  }

  /// The first key that is presented decides: header, body, address. A secret key counts in the
  /// header alone, since bodies and addresses end up in logs.
  private Optional<AccessKey> key(Delivery delivery, ObjectNode request) {
    Optional<String> header = Credential.in(delivery.authorization()).map(Credential::text);
    return header
        .or(() -> Identifier.in(request, "writeKey"))
        .or(delivery::queryKey)
        .flatMap(keys::recognise)
        .filter(key -> key.kind() == AccessKey.Kind.WRITE || isSecret(key, header));
  }

  private static boolean isSecret(AccessKey key, Optional<String> header) {
    return key.kind() == AccessKey.Kind.SECRET && header.isPresent();
  }

  private Reply counted(Delivery delivery, ObjectNode request, AccessKey key, Instant receivedAt) {
    Optional<Batch> batch = Route.messages(delivery.call(), request);
    if (batch.isEmpty()) {
      return Reply.refused(400, "no_batch", "The body holds no list named batch. Send one.");
    }
    int count = batch.get().items().size();
    if (count > limits.messages()) {
      return Reply.refused(
          400,
          "too_many_messages",
          "The batch holds more than " + limits.messages() + " messages. Send smaller ones.");
    }
    Optional<Duration> wait = rates.take(key.id(), Math.max(1, count), receivedAt);
    return wait.map(Reception::tooFast)
        .orElseGet(() -> taken(delivery, batch.get(), key, receivedAt));
  }

  private static Reply tooFast(Duration wait) {
    return Reply.later(
        429, "too_fast", "This key sends faster than it may. Send it again later.", wait);
  }

  private Reply taken(Delivery delivery, Batch batch, AccessKey key, Instant receivedAt) {
    Readings read = messages.read(batch, receivedAt, delivery.sent());
    Authority authority =
        key.kind() == AccessKey.Kind.SECRET ? Authority.SECRET_KEY : Authority.WRITE_KEY;
    List<Outcome> outcomes = new ArrayList<>(read.refused());
    if (!read.messages().isEmpty()) {
      outcomes.addAll(intake.take(read.messages(), authority));
    }
    intake.refused(outcomes.stream().filter(Outcome.Refused.class::isInstance).count());
    return Tidings.of(outcomes, authority);
  }
}
