package org.aboveboard.server.consent;

/// How a choice was made.
///
/// @param method `prompt`, `privacy-options`, `api`, `signal`, `import` or `demonstration`
/// @param origin who brought it: `page`, `shop`, `subject`, `browser` or `file`
/// @param byGuardian whether somebody made it who answers for the subject
public record How(String method, String origin, boolean byGuardian) {
  /// By what a browser, or another consent tool in it, sent with a request.
  public static final How SIGNAL = new How("signal", "browser", false);

  /// By a press on one of our own pages.
  public static How page(String method) {
    return new How(method, "page", false);
  }
}
