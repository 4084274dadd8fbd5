package org.aboveboard.server.web;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/// Frames without a shop around them.
@DefaultBean
@ApplicationScoped
final class PlainFrames implements Frames {
  private final Visit visit;

  PlainFrames(Visit visit) {
    this.visit = visit;
  }

  @Override
  public Frame at(String here) {
    return Frame.of("Aboveboard", here, visit.token());
  }
}
