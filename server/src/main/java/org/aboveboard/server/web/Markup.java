package org.aboveboard.server.web;

/// Words as they may stand in HTML and SVG, inside elements and inside quoted attributes.
public final class Markup {
  private Markup() {}

  public static String text(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
