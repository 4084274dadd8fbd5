package org.aboveboard.policy;

import static org.aboveboard.policy.Spoken.say;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a subject has said, folded in journal order; it never changes, [#with] makes another.
///
/// It prints nothing of what was said.
public final class Standing {

  private static final Stance NOTHING_SAID = Stance.silent("");
  private static final Standing SILENT =
      new Standing(0, new Stance[0], Stance.silent(Choice.EVERYTHING), Optional.empty(), false);

  /// The choices so far, newest first, shared between standings.
  private record Link(Choice choice, Optional<Link> before) {}

  private final long index;
  private final Stance[] stances;
  private final Stance everything;
  private final Optional<Link> history;
  private final boolean hasParts;

  private Standing(
      long index, Stance[] stances, Stance everything, Optional<Link> history, boolean hasParts) {
    this.index = index;
    this.stances = stances;
    this.everything = everything;
    this.history = history;
    this.hasParts = hasParts;
  }

  /// The standing of a person who has not been asked, or has not answered.
  public static Standing silent() {
    return SILENT;
  }

  /// The standing after all of these choices, which come in journal order.
  public static Standing of(Iterable<Choice> choices) {
    var standing = SILENT;
    for (var choice : choices) {
      standing = standing.with(choice);
    }
    return standing;
  }

  /// The standing after one more choice.
  public Standing with(Choice choice) {
    if (choice.index() < index) {
      throw new IllegalArgumentException(
          say(
              "Choice %d comes after choice %d: fold choices in journal order",
              choice.index(), index));
    }
    var longer = Optional.of(new Link(choice, history));
    var parts = hasParts || choice.isAboutAPart();
    return choice.about().equals(Choice.EVERYTHING)
        ? new Standing(choice.index(), stances, everything.with(choice), longer, parts)
        : new Standing(choice.index(), stancesWith(choice), everything, longer, parts);
  }

  /// The journal's number of the last choice, or zero.
  public long index() {
    return index;
  }

  /// Every choice, in journal order.
  public List<Choice> choices() {
    var choices = new ArrayDeque<Choice>();
    for (var link = history; link.isPresent(); link = link.get().before()) {
      choices.addFirst(link.get().choice());
    }
    return List.copyOf(choices);
  }

  /// The yes to a purpose that no later no has ended; it may have run out.
  public Optional<Choice> yes(String purpose) {
    return stance(purpose).yes();
  }

  /// The yeses to a purpose that no no has followed, and that lift every no before them.
  Stream<Choice> unbroken(String purpose) {
    var said = choices().stream().filter(choice -> choice.about().equals(purpose)).toList();
    var noes = said.stream().filter(Choice::isNo).toList();
    return said.stream()
        .filter(choice -> choice.kind() == Choice.Kind.GIVEN)
        .filter(yes -> noes.stream().allMatch(no -> no.index() < yes.index() && yes.lifts(no)));
  }

  /// Where the subject stands on a purpose; a purpose never spoken of is silent.
  Stance stance(String purpose) {
    for (var stance : stances) {
      if (stance.about().equals(purpose)) {
        return stance;
      }
    }
    return NOTHING_SAID;
  }

  /// The reasons against a purpose that the subject's own words give, as bits of [Reason].
  int noes(Stance stance) {
    return stance.noes() | everything.noes();
  }

  /// Whether the subject switched off a [Choice#surface] or a [Choice#signal].
  public boolean isOff(String part) {
    return hasParts && stance(part).noes() != 0;
  }

  /// When the subject said the latest no to a purpose that still stands.
  public Optional<Instant> no(String purpose) {
    return stance(purpose).against().map(Bar::at);
  }

  /// How long at most the subject wants what they did to be kept for a purpose.
  public Optional<Period> keep(String purpose) {
    return stance(purpose).keep();
  }

  /// Whether the surface, or the signal of what happened, is switched off, as a bit of [Reason].
  int switchedOff(Optional<String> surface, Optional<Rule.Occurred> occurred) {
    if (!hasParts) {
      return 0;
    }
    var signal = occurred.flatMap(one -> one.event().signal()).map(Choice::signal);
    return surface.map(Choice::surface).filter(this::isOff).isPresent()
            || signal.filter(this::isOff).isPresent()
        ? Reason.SWITCHED_OFF.bit()
        : 0;
  }

  /// The obligations of an allowance without the signals the subject switched off, and nothing kept
  /// for longer than they want.
  Obligations narrowed(Obligations usual, Stance stance) {
    var left = hasParts ? usual.withSignals(signal -> !isOff(Choice.signal(signal))) : usual;
    return stance.keep().map(left::keptAtMost).orElse(left);
  }

  @Override
  public String toString() {
    return "Standing";
  }

  private Stance[] stancesWith(Choice choice) {
    for (var i = 0; i < stances.length; i++) {
      if (stances[i].about().equals(choice.about())) {
        var changed = stances.clone();
        changed[i] = stances[i].with(choice);
        return changed;
      }
    }
    var longer = Arrays.copyOf(stances, stances.length + 1);
    longer[stances.length] = Stance.silent(choice.about()).with(choice);
    return longer;
  }
}
