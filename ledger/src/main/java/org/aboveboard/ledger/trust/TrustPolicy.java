package org.aboveboard.ledger.trust;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aboveboard.ledger.Verdict;
import org.aboveboard.ledger.note.Checkpoint;
import org.aboveboard.ledger.note.Note;
import org.aboveboard.ledger.note.VerifierKey;

/// Whom to believe about a log (c2sp.org/tlog-policy): the logs, the witnesses, and which of them
/// must have cosigned a checkpoint.
///
/// @param members witnesses and groups; a group names only members before it
/// @param quorum the member that must have cosigned, or `none`
public record TrustPolicy(List<Log> logs, List<Member> members, String quorum) {
  /// The quorum that asks for no witness: then one believes the log's operator alone.
  public static final String NONE = "none";

  public TrustPolicy {
    logs = List.copyOf(logs);
    members = List.copyOf(members);
  }

  /// A log that is believed.
  ///
  /// @param url where it is published, or empty
  public record Log(VerifierKey key, String url) {}

  /// What reading a policy found.
  public sealed interface Reading {}

  /// The file is this policy.
  public record Read(TrustPolicy policy) implements Reading {}

  /// The file is no policy; the reason names the line and what to do.
  public record Unreadable(String reason) implements Reading {}

  /// The policy that believes one log without a witness.
  public static TrustPolicy of(VerifierKey log) {
    return new TrustPolicy(List.of(new Log(log, "")), List.of(), NONE);
  }

  public static Reading parse(byte[] file) {
    return new PolicyFile().read(file);
  }

  public static Reading parse(String file) {
    return parse(file.getBytes(UTF_8));
  }

  /// Whether the note is a checkpoint that a listed log signed under its own name, and that the
  /// quorum cosigned.
  public Verdict verify(Note note) {
    return switch (Checkpoint.parse(note.text())) {
      case Checkpoint.Unreadable(var reason) -> new Verdict.Refuted(reason);
      case Checkpoint.Read(var checkpoint) ->
          signed(note, checkpoint.origin()).and(() -> witnessed(note));
    };
  }

  private Verdict signed(Note note, String origin) {
    var keys = logs.stream().map(Log::key).filter(key -> key.name().equals(origin)).toList();
    return keys.isEmpty()
        ? new Verdict.Refuted("the policy lists no log named " + origin)
        : note.verifyAny(keys);
  }

  private Verdict witnessed(Note note) {
    Set<String> met = new HashSet<>(Set.of(NONE));
    for (var member : members) {
      switch (member) {
        case Member.Witness witness when note.names(witness.key()) -> {
          if (note.verify(witness.key()) instanceof Verdict.Refuted refuted) {
            return refuted;
          }
          met.add(witness.name());
        }
        case Member.Witness _ -> {}
        case Member.Group group -> {
          if (group.members().stream().filter(met::contains).count() >= group.threshold()) {
            met.add(group.name());
          }
        }
      }
    }
    return Verdict.of(
        met.contains(quorum), "the checkpoint lacks cosignatures for the quorum " + quorum);
  }

  /// The policy as a file.
  public String format() {
    var lines =
        logs.stream()
            .map(log -> line("log", log.key().format(), log.url()))
            .collect(Collectors.joining());
    return lines
        + members.stream().map(TrustPolicy::line).collect(Collectors.joining())
        + line("quorum", quorum);
  }

  private static String line(Member member) {
    return switch (member) {
      case Member.Witness(var name, var key, var url) -> line("witness", name, key.format(), url);
      case Member.Group(var name, var threshold, var members) ->
          line("group", name, Integer.toString(threshold), String.join(" ", members));
    };
  }

  private static String line(String... words) {
    return String.join(" ", words).stripTrailing() + "\n";
  }
}
