package org.aboveboard.server.optout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Strings of the Global Privacy Platform: a header and the sections it names.
///
/// The library never sees a whole string. Its header is read here, a European section goes the way
/// of every TCF string, and only sections of United States law, a few dozen letters each, are left
/// to it. A section that is not known might say no, so it makes the string unreadable.
final class GppNotation implements Notation {
  static final int LONGEST = 8192;

  private static final Pattern FORM = Pattern.compile("DB[A-Za-z0-9_-]*+(?:~[A-Za-z0-9_.~-]*+)?");

  private final TcfNotation tcf = new TcfNotation();

  @Override
  public Carrier carrier() {
    return Carrier.GPP;
  }

  @Override
  public Optional<String> fault(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    return FORM.matcher(text).matches()
        ? Optional.empty()
        : Optional.of("it is no GPP string of version 1");
  }

  @Override
  public Sent read(String text) {
    List<String> parts = List.of(text.split("~", -1));
    return GppHeader.sections(parts.getFirst())
        .filter(sections -> sections.size() == parts.size() - 1)
        .map(sections -> read(sections, parts))
        .orElseGet(() -> closed("its header does not name the sections that follow"));
  }

  private Sent read(List<Integer> sections, List<String> parts) {
    return IntStream.range(0, sections.size())
        .mapToObj(i -> section(sections.get(i), parts.get(i + 1)))
        .reduce(Sent.of(Carrier.GPP, new Tcf.Silent()), Sent::and);
  }

  private Sent section(int number, String text) {
    return switch (number) {
      case 2 -> european(text);
      case 5 -> CanadianSection.read(text).orElseGet(() -> unreadable(number));
      case 6 -> UspSection.read(text).orElseGet(() -> unreadable(number));
      default -> UsSection.read(number, text).orElseGet(() -> unreadable(number));
    };
  }

  private Sent european(String text) {
    return tcf.fault(text)
        .map(why -> closed("its section 2 cannot be used: " + why))
        .orElseGet(() -> Sent.of(Carrier.GPP, TcfNotation.purposes(text)));
  }

  private static Sent unreadable(int number) {
    return closed("its section " + number + " is not one that can be read here");
  }

  private static Sent closed(String why) {
    return Sent.closed(new Unread(Carrier.GPP, why));
  }
}
