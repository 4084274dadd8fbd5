package org.aboveboard.server.command;

import static org.aboveboard.policy.Spoken.say;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.aboveboard.policy.Model;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Release;
import org.aboveboard.policy.Released;

/// What the releases beside a policy mean for its models, whatever settings servers run with.
record OnFile(Policy policy, LocalDate today) {

  /// A sentence for each model that has to be released.
  List<String> words() {
    return policy.declared().models().stream()
        .filter(model -> !model.gates().isEmpty())
        .map(this::words)
        .toList();
  }

  private String words(Model model) {
    List<Release> open =
        policy.releases().stream()
            .filter(one -> one.model().equals(model.id()))
            .filter(one -> Released.lack(policy, model, one, one.setting(), today).isEmpty())
            .sorted(Comparator.comparing(Release::until).reversed())
            .toList();
    return open.isEmpty()
        ? say(
            "The model '%s' is not served, since no release on file holds: measure it, sign with"
                + " ./aboveboard release, and apply again.",
            model.id())
        : say(
            "The model '%s' is served until %s where a server runs with %s.",
            model.id(), open.getFirst().until(), words(open.getFirst().setting()));
  }

  static String words(Release.Setting setting) {
    return setting.kind() + ", lambda " + setting.lambda() + ", xi " + setting.xi();
  }
}
