package org.aboveboard.server.web;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/// The way from a press to the page that shows what it did.
public final class Back {
  private static final int LONGEST = 512;

  private Back() {}

  /// Sends the browser to a path of ours with a plain GET.
  public static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  /// The path if it leads to a page of ours, else `otherwise`.
  public static String within(Optional<String> path, String otherwise) {
    return path.filter(Back::isOurs).orElse(otherwise);
  }

  private static boolean isOurs(String path) {
    return path.length() <= LONGEST
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\' && c != '"' && c != '<')
        && isAddress(path);
  }

  private static boolean isAddress(String path) {
    try {
      URI address = URI.create(path);
      return !address.isAbsolute() && Optional.ofNullable(address.getRawAuthority()).isEmpty();
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
