package org.aboveboard.server.visitor;

import io.vertx.ext.web.LanguageHeader;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.stream.Stream;
import org.aboveboard.policy.Circumstances;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.OptOuts;
import org.aboveboard.server.declaration.InForce;
import org.aboveboard.server.optout.Narrow;
import org.aboveboard.server.optout.Requested;
import org.aboveboard.server.optout.Sent;
import org.aboveboard.server.web.Visit;

/// The person who looks at the page at hand.
///
/// In a demonstration it is one of its people; else somebody without a name, known by this visit
/// alone. Asking who it is stores nothing: a subject begins with the first thing they decide.
@RequestScoped
public class Visitor {
  private final Visit visit;
  private final Cast cast;
  private final Requested requested;
  private final Narrow narrow;
  private final RoutingContext request;

  Visitor(Visit visit, Cast cast, Requested requested, Narrow narrow, RoutingContext request) {
    this.visit = visit;
    this.cast = cast;
    this.requested = requested;
    this.narrow = narrow;
    this.request = request;
  }

  /// Their outside id.
  public String name() {
    return member().map(Member::subject).orElseGet(() -> "a:" + visit.id());
  }

  /// What their browser, and other consent tools, sent.
  public Sent sent() {
    Sent sent = requested.sent();
    return member().filter(Member::sendsGpc).map(_ -> sent.and(Sent.GPC)).orElse(sent);
  }

  /// What their browser, and other consent tools, say about the use of their data.
  public OptOuts optOuts(InForce inForce) {
    return narrow.optOuts(inForce.policy(), sent());
  }

  /// Whether their browser asks not to use their data.
  public boolean sendsSignal() {
    return sent().gpc();
  }

  /// The language the prompt is put to them in: the first one they read that the policy speaks.
  public Language language(InForce inForce) {
    return language(inForce, Optional.empty());
  }

  /// The same, unless they ask for another one that the policy speaks.
  public Language language(InForce inForce, Optional<String> wanted) {
    Stream<String> read = request.acceptableLanguages().stream().map(LanguageHeader::tag);
    return inForce.policy().organisation().spoken(Stream.concat(wanted.stream(), read).toList());
  }

  /// What a decision about them has to know besides.
  public Circumstances circumstances(InForce inForce) {
    return inForce.circumstances(optOuts(inForce), isMinor());
  }

  /// Whether they are too young to be asked.
  public boolean isMinor() {
    return requested.sent().child() || member().map(Member::isMinor).orElse(false);
  }

  /// Whether the page is only fetched in case it might be opened; then nobody has looked at it.
  public boolean isOnlyFetching() {
    return Optional.ofNullable(request.request().getHeader("Sec-Purpose"))
        .map(purpose -> purpose.contains("prefetch"))
        .orElse(false);
  }

  Optional<Member> member() {
    return visit.who().flatMap(cast::find).or(cast::first);
  }
}
