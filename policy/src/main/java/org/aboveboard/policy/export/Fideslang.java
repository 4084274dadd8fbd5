package org.aboveboard.policy.export;

import java.util.List;
import java.util.Set;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.Fault;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;

/// A policy as a manifest of fideslang, and back.
///
/// Whatever fideslang has a field for stands in that field; the rest stands in `meta` of the system
/// or dataset it belongs to. So the tools that read manifests see what they know, and nothing is
/// lost on the way there and back.
public final class Fideslang {
  private static final String NAME = "manifest";
  private static final Set<String> LISTS = Set.of("organization", "system", "dataset", "policy");

  private Fideslang() {}

  /// The manifest of a policy, in YAML.
  public static String write(Policy policy) {
    return "# Made from the policy with the digest "
        + policy.digest()
        + "\n"
        + YamlText.of(new FidesManifest(policy).whole());
  }

  /// The files of a policy that say what a manifest says, ours or that of any other tool.
  ///
  /// @throws PolicyFaults if it is no manifest by the rules of fideslang
  public static Adopted read(String manifest) throws PolicyFaults {
    var root = new Part(Yaml.parse(NAME, manifest));
    if (root.keys().stream().noneMatch(LISTS::contains)) {
      throw new PolicyFaults(
          List.of(
              new Fault(
                  NAME,
                  1,
                  "This is no fideslang manifest.",
                  "One has lists such as 'system:' and 'organization:' at its top.")));
    }
    FidesChecks.check(NAME, root);
    return new FidesReader(root).adopted();
  }
}
