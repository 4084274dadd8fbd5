package org.aboveboard.policy.wording;

import java.util.regex.Pattern;

/// German syllables: every vowel, but ie, ei, eu, äu, au, ai, aa, ee, oo, ou, ay, ey, oy as one.
///
/// Words are counted as they are written, so that "Aktion" has three. Wrong are, above all:
/// compounds where such a pair only seems to be (Autounfall, Kinoorgel), -ie- parted inside a word
/// (Glorienschein, Spanier) or -ei- (Atheist), and English words with silent letters (Bluetooth).
/// Frequent words of these kinds are exceptions in the lexicon.
record GermanVowels() implements Vowels {
  private static final Pattern NUCLEUS =
      Pattern.compile(
          """
          eau(?=[sx]?$) | ieu | ie | e[eiuy] | äu | a[aiuy] | o[ouy]  # one syllable each
          | [aeiouyäöü]
          """,
          Pattern.COMMENTS);

  /// A y that begins a syllable, and the u that is only the sound of its q. They are no vowels.
  private static final Pattern CONSONANT =
      Pattern.compile("(?<=^|[aeiouäöü])y(?=[aeiouäöü])|(?<=q)u");

  /// After these letters two vowels that look like one are two.
  private static final Pattern APART =
      Pattern.compile(
          """
          [bg]e (?= e(hr|nd|nt|rb|rd) | i(nh|mpf|rr) | u(rt|rl|nr) )  # ge-ehrt, be-inhalten
          | be(?=auf)                                            # be-auftragen
          | e(?=ums?$|en$) | ä(?=ums?$)                          # Muse-um, Ide-en, Jubilä-um
          | (?<=[aeiouyäöü][^aeiouyäöü]{1,4}) i(?=ens?$)         # Medi-en; not Wien
          | (medi|famili|lini|kategori|kriteri|studi|seri|feri|materiali|hygi)(?=en)
          | i(?=ell(?!ei|i))                                     # spezi-ell; not vielleicht
          | (?<=pat|kl|or|quot|rezip|amb) i(?=ent)               # Pati-ent; not dient
          | ko(?=o[pr]) | zo(?=olog) | a(?=i(v|k$|sch))          # Ko-operation, na-iv
          """,
          Pattern.COMMENTS);

  @Override
  public int syllables(String part) {
    var read = CONSONANT.matcher(part).replaceAll("j");
    var nuclei = NUCLEUS.matcher(APART.matcher(read).replaceAll("$0-"));
    int count = 0;
    while (nuclei.find()) {
      count++;
    }
    return Math.max(1, count);
  }

  @Override
  public int spelled(char letter) {
    return letter == 'y' ? 3 : 1;
  }
}
