package org.aboveboard.server.web;

import java.util.List;
import java.util.Optional;

/// What surrounds every page: whose shop it is, where the reader is, and what was just done.
///
/// @param here path and query of this page, to come back to
/// @param token what each form sends back, so that no other site can press its buttons
/// @param personas who the demonstration can be seen as; empty outside of one
public record Frame(
    String shop, String here, String token, List<Persona> personas, Optional<Said> said) {
  public Frame {
    personas = List.copyOf(personas);
  }

  public static Frame of(String shop, String here, String token) {
    return new Frame(shop, here, token, List.of(), Optional.empty());
  }

  public Frame among(List<Persona> everyone) {
    return new Frame(shop, here, token, everyone, said);
  }

  public Frame saying(Said words) {
    return new Frame(shop, here, token, personas, Optional.of(words));
  }

  /// Whether this page belongs to the place, for the mark in the navigation.
  public boolean within(String place) {
    return here.equals(place) || here.startsWith(place + "/") || here.startsWith(place + "?");
  }

  /// Names the bytes of the style sheet, so that a browser may keep them for good.
  public String look() {
    return Look.VERSION;
  }
}
