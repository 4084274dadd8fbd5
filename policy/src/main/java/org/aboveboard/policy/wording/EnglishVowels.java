package org.aboveboard.policy.wording;

import java.util.regex.Pattern;

/// English syllables: groups of vowels, more where two of them are spoken apart, less where an e is
/// silent.
///
/// Words are counted as a dictionary divides them, so that "different" has three, and "fire" one.
/// Wrong are, above all: rarer compounds with a silent e inside (barefoot, forecast), borrowed
/// words and names (karate, posse), and vowels that part or meet against the rule (cereal,
/// righteous). Frequent words of these kinds are exceptions in the lexicon.
record EnglishVowels() implements Vowels {
  private static final Pattern GROUP = Pattern.compile("[aeiouy]+");

  /// A y that begins a syllable: yes, buyer. It is no vowel.
  private static final Pattern CONSONANT_Y = Pattern.compile("(?<=^|[aeiou])y(?=[aeiou])");

  /// A u that is only the sound of its q or g: quiet, guide. It is no vowel.
  private static final Pattern MUTE_U = Pattern.compile("(?<=q)u|(?<=g)u(?=[aei])");

  /// Where two vowels, or one that is not written, are two syllables.
  private static final Pattern APART =
      Pattern.compile(
          """
          (?<![cts])ia(?!ge) | [cst]iat(?=e|ing|io)   # media, associate; not social, carriage
          | sias | [ct]iar | tiality                  # enthusiasm, beneficiary, partiality
          | (?<![cghlnstx])io(?!ur) | io$             # period, radio; not action, million
          | iu(?=m) | (?<![cgnst])iu                  # medium; not genius
          | (?<![cgst]|fr)ien | ^scien | iet          # client, science, quiet; not patient, friend
          | (?<=[aeiouy][^aeiouy]{1,3})i(?=ers?$|est$)  # easier, earliest; not tier
          | creat(?!ur) | theat | rea(?=ct|dj|li|pp|rr|ss)  # create, react; not creature, reach
          | (?<=^ar|^id|nucl|lin)ea(?!l)              # area, nuclear
          | (?<!g)eou | eo(?!u|p[al]|ns?$)            # courteous, video; not people, pigeon
          | eum | reu[ns]                             # museum, reuse
          | [aeiou]ings?$                             # being, going
          | ua(?![dvs]) | ue(?=n|l) | uers?$          # actual, fluent, issuer; not persuade
          | ui(?=n$|n[^g]|d) | suic | tuit | uo(?!y)  # ruin, fluid, intuition; not fruit
          | poe[mt] | oic$ | ao | aic$ | coo[pr][^s]  # poem, heroic, chaos, cooperate
          | y(?=ones?$|o$|ings?$) | (?<!w)y(?=ers?$)  # anyone, trying, flyer; not lawyer
          | thms?$ | sms?$                            # rhythm, prism
          """,
          Pattern.COMMENTS);

  /// Where an e is not spoken. The consonants before it say when it is: table, acre, changes,
  /// wanted.
  private static final Pattern SILENT =
      Pattern.compile(
          """
          (?<=[^aeiouy]) (?<![bcdfgkpstz]l|[bcgt]r) e   # at the end, or before an ending
            (?= $ | dom$ | ful(ly)?$ | less(ly)?$ | ly$ | ments?$ | ness$ | self$ | some$ | ty$
              | ways?$ )
          | (?<=^ev) e (?=ry|ning)                      # every, evening
          | (?<= ^( bas | cas | eY | els | fir | gam | guid | her | hom | hors | hous | lif | liv
              | lov | nam | not | pip | polic | sid | som | spac | stor | tak | ther | tim | typ
              | us | war | wher | whol | wid ) )        # sometimes, household, therefore
            e (?=[bcdfghjklmnpqstvw]) (?! d$ | n$ | nt | lf | s$ | t$ | ts$ | v )
          | (?<=[^aeiouy]) (?<![cgsxz]|[cs]h|[bcdfgkptz]l|[bcgt]r) es$
          | (?<=[^aeiouy]) (?<![dt]|[bcdfgkptz]l|[bcdgt]r) ed$
          """,
          Pattern.COMMENTS);

  @Override
  public int syllables(String part) {
    int apostrophe = part.indexOf('\'');
    return apostrophe < 0
        ? plain(part)
        : plain(part.substring(0, apostrophe)) + tail(part, apostrophe);
  }

  private static int plain(String part) {
    var read = CONSONANT_Y.matcher(part).replaceAll("Y");
    read = MUTE_U.matcher(read).replaceAll("w");
    return Math.max(1, count(GROUP, read) + count(APART, read) - count(SILENT, read));
  }

  /// What follows an apostrophe: didn't and it'll have a syllable more, they're has not.
  private static int tail(String part, int apostrophe) {
    var tail = part.substring(apostrophe + 1);
    var head = part.substring(0, apostrophe);
    return switch (tail) {
      case "t" -> head.matches(".*[^aeiou]n") ? 1 : 0;
      case "s" -> head.matches(".*([sxz]|[cs]h|[cgsz]e)") ? 1 : 0;
      case "re" -> 0;
      case "ll", "ve", "d" -> head.matches(".*[^aeiouywr]") ? 1 : 0;
      default -> GROUP.matcher(tail).find() ? plain(tail) : 0;
    };
  }

  private static int count(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }

  @Override
  public int spelled(char letter) {
    return letter == 'w' ? 3 : 1;
  }
}
