package org.aboveboard.server.shop;

import java.util.List;
import java.util.Optional;
import org.aboveboard.server.consent.PromptCard;
import org.aboveboard.server.web.Act;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Said;

/// The place of one surface on a page: the question, or the row; both only where what was agreed to
/// before still holds while it is asked again.
public final class Slot {
  private final Optional<PromptCard> prompt;
  private final Optional<Said> line;
  private final Optional<Shelf> shelf;
  private final List<Act> off;

  private Slot(
      Optional<PromptCard> prompt, Optional<Said> line, Optional<Shelf> shelf, List<Act> off) {
    this.prompt = prompt;
    this.line = line;
    this.shelf = shelf;
    this.off = List.copyOf(off);
  }

  public static Slot asking(PromptCard prompt) {
    return new Slot(Optional.of(prompt), Optional.empty(), Optional.empty(), List.of());
  }

  /// The question, and below it the row that what was agreed to before still allows.
  public static Slot askingAbove(PromptCard prompt, Shelf shelf) {
    return new Slot(Optional.of(prompt), Optional.empty(), Optional.of(shelf), List.of());
  }

  public static Slot showing(Shelf shelf) {
    return new Slot(Optional.empty(), Optional.empty(), Optional.of(shelf), List.of());
  }

  /// The answer that profiles nobody, under one line that says how things stand.
  public static Slot instead(String words, Link change, Shelf shelf) {
    return new Slot(
        Optional.empty(), Optional.of(Said.of(words, change)), Optional.of(shelf), List.of());
  }

  /// The same with the presses that take back what it rests on: as many as it took to give.
  public Slot endedBy(List<Act> presses) {
    return new Slot(prompt, line, shelf, presses);
  }

  public Optional<PromptCard> prompt() {
    return prompt;
  }

  public Optional<Said> line() {
    return line;
  }

  public Optional<Shelf> shelf() {
    return shelf;
  }

  public List<Act> off() {
    return off;
  }
}
