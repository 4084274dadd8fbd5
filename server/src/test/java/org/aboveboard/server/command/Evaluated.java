package org.aboveboard.server.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.aboveboard.server.declaration.Draft;

/// A made-up evaluation, a policy with a limit, and the people who can release its model, in tests.
public final class Evaluated {
  private static final String REPORT =
      """
      {"format":"aboveboard-evaluation@v1",
       "data":{"name":"made-up","salt":"salt","items":100,"learned":500,"chosenBy":50,"reportedOn":50,"smallest":20},
       "models":[{"name":"CHOSEN","recall20":0.3,"recall50":0.4,"ndcg10":0.2,"ndcg100":0.31,"hit10":0.5,"mrr":0.2,"from":0.29,"to":0.33,"ndcg100ToChooseBy":0.3}],
       "chosen":"CHOSEN",
       "segments":[{"segment":"age","stratum":"everybody","groups":[
         {"group":"60 and over","people":120,"value":0.28,"from":0.27,"to":0.29}],
         "notShown":1,"gap":{"value":GAP}}],
       "groups":[],
       "figures":[{"figure":"coverage","words":"share of the catalogue in any list","value":{"value":0.7}}],
       "leaks":[],
       "frontier":[],
       "limits":[{"figure":"gap","bound":"at most","limit":0.05,"measured":{"value":GAP},"isMet":MET}]}
      """;

  private Evaluated() {}

  /// The draft with a limit for its model that the ethics officer may override.
  public static Draft limited(Draft draft) {
    return draft.replace(
        "models/what-goes-together.yaml",
        "limits:\n",
        "overriddenBy: [ethics-officer]\nlimits:\n  gap: {atMost: 0.05}\n");
  }

  /// Makes somebody's key by the command and declares them.
  public static void join(Draft draft, String id, String role, Path key) {
    String made = Typed.of("approve", "--new-key", key.toString()).said();
    String line = made.lines().filter(one -> one.startsWith("key: ")).findFirst().orElseThrow();
    draft.write("people/" + id + ".yaml", "name: N. N.\nrole: " + role + "\n" + line + "\n");
  }

  /// Writes the file of an evaluation that chose a model and measured this gap.
  public static void write(Path file, String chosen, double gap) throws IOException {
    Files.writeString(
        file,
        REPORT
            .replace("CHOSEN", chosen)
            .replace("GAP", Double.toString(gap))
            .replace("MET", Boolean.toString(gap <= 0.05)));
  }

  /// What is typed to release the model.
  public static String[] typed(
      Draft draft, Path evaluation, String person, Path key, String until) {
    return new String[] {
      "release",
      "--policy",
      draft.toString(),
      "--evaluation",
      evaluation.toString(),
      "--as",
      person,
      "--key",
      key.toString(),
      "--why",
      "it keeps  to its limits",
      "--until",
      until
    };
  }
}
