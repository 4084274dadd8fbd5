package org.aboveboard.ledger.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.KeyKind;
import org.aboveboard.ledger.note.VerifierKey;

/// A policy file being read line by line.
///
/// The standard takes any bytes for names; this reader wants UTF-8, which is what it recommends.
final class PolicyFile {
  private static final int MAX_BYTES = 1 << 20;

  private final List<TrustPolicy.Log> logs = new ArrayList<>();
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Set<String> grouped = new HashSet<>();
  private final Set<String> publicKeys = new HashSet<>();
  private Optional<String> quorum = Optional.empty();

  TrustPolicy.Reading read(byte[] file) {
    if (file.length > MAX_BYTES) {
      return new TrustPolicy.Unreadable(
          "the policy has more than " + MAX_BYTES + " bytes; shorten it");
    }
    try {
      return read(UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
    } catch (CharacterCodingException _) {
      return new TrustPolicy.Unreadable("the policy is not UTF-8; save it as UTF-8");
    }
  }

  private TrustPolicy.Reading read(String file) {
    int number = 0;
    for (var line : file.split("\n", -1)) {
      number++;
      try {
        take(line);
      } catch (Fault fault) {
        return new TrustPolicy.Unreadable("line " + number + ": " + fault.words());
      }
    }
    return quorum
        .map(name -> new TrustPolicy(logs, List.copyOf(members.values()), name))
        .<TrustPolicy.Reading>map(TrustPolicy.Read::new)
        .orElseGet(() ->
            new TrustPolicy.Unreadable(
                "the policy has no quorum; add the line \"quorum none\" or name a member"));
  }

  private void take(String line) throws Fault {
    if (line.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
      throw new Fault("a control character stands here; use spaces, tabs and newlines only");
    }
    var words =
        List.of(line.replace('\t', ' ').split(" ", -1)).stream()
            .filter(word -> !word.isEmpty())
            .toList();
    if (words.isEmpty() || words.getFirst().startsWith("#")) {
      return;
    }
    switch (words.getFirst()) {
      case "log" -> log(words);
      case "witness" -> witness(words);
      case "group" -> group(words);
      case "quorum" -> quorum(words);
      case String word ->
          throw new Fault(
              "\"" + word + "\" begins no line; begin with log, witness, group, quorum or #");
    }
  }

  private void log(List<String> words) throws Fault {
    if (words.size() < 2 || words.size() > 3) {
      throw new Fault("write: log KEY [URL]");
    }
    logs.add(new TrustPolicy.Log(key("log ", words.get(1)), url(words, 2)));
  }

  private void witness(List<String> words) throws Fault {
    if (words.size() < 3 || words.size() > 4) {
      throw new Fault("write: witness NAME KEY [URL]");
    }
    var key = key("witness ", words.get(2));
    if (!key.kind().isCosigner()) {
      throw new Fault("this key signs notes, not times; a witness needs a key of type 04 or 06");
    }
    define(new Member.Witness(words.get(1), key, url(words, 3)));
  }

  private void group(List<String> words) throws Fault {
    if (words.size() < 4) {
      throw new Fault("write: group NAME all|any|NUMBER MEMBER...");
    }
    var named = words.subList(3, words.size());
    for (var name : named) {
      if (!members.containsKey(name)) {
        throw new Fault(name + " is not defined before this line; define it above");
      }
      if (!grouped.add(name)) {
        throw new Fault(name + " is in a group already; name each member once");
      }
    }
    define(new Member.Group(words.get(1), threshold(words.get(2), named.size()), named));
  }

  private void quorum(List<String> words) throws Fault {
    if (words.size() != 2 || quorum.isPresent()) {
      throw new Fault("write one line only: quorum NAME, or quorum none");
    }
    var name = words.get(1);
    if (!name.equals(TrustPolicy.NONE) && !members.containsKey(name)) {
      throw new Fault(name + " is not defined before this line; define it above");
    }
    quorum = Optional.of(name);
  }

  private void define(Member member) throws Fault {
    if (member.name().equals(TrustPolicy.NONE) || members.containsKey(member.name())) {
      throw new Fault("the name " + member.name() + " is taken; choose another");
    }
    members.put(member.name(), member);
  }

  /// The key, where its public key has not come in this role yet.
  private VerifierKey key(String role, String vkey) throws Fault {
    var key =
        switch (VerifierKey.parse(vkey)) {
          case VerifierKey.Read(var read) -> read;
          case VerifierKey.Unreadable(var reason) ->
              throw new Fault(reason + "; copy the key again from its owner");
        };
    var bare = key.kind() == KeyKind.COSIGNATURE_ML_DSA_44 ? "ml-dsa " : "ed25519 ";
    if (!publicKeys.add(role + bare + HexFormat.of().formatHex(key.publicKey()))) {
      throw new Fault("this public key was listed before; list each key once");
    }
    return key;
  }

  private static int threshold(String word, int count) throws Fault {
    return switch (word) {
      case "any" -> 1;
      case "all" -> count;
      default ->
          Checkpoint.size(word)
              .filter(number -> number >= 1 && number <= count)
              .orElseThrow(
                  () -> new Fault("the threshold is any, all, or a number from 1 to " + count))
              .intValue();
    };
  }

  private static String url(List<String> words, int index) {
    return words.size() > index ? words.get(index) : "";
  }

  /// What is wrong with a line, and the cure.
  @SuppressWarnings("serial")
  private static final class Fault extends Exception {
    private final String words;

    Fault(String words) {
      super(words);
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
