package org.aboveboard.policy.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.tell.Notice;

/// Everything that is made from one version of a policy for others to read.
///
/// @param digest the digest of the policy that all of it was made from
public record Artefacts(String digest, List<Artefact> all) {
  private static final String JSON = "application/json";

  public Artefacts {
    all = List.copyOf(all);
  }

  /// Makes all of it.
  public static Artefacts of(Policy policy) {
    var digest = policy.digest();
    var first = policy.organisation().language();
    var all = new ArrayList<Artefact>();
    for (var language : policy.organisation().languages()) {
      all.add(
          Artefact.in(
              language,
              "notice." + language.code() + ".json",
              JSON,
              digest,
              Notice.of(policy, language).json()));
    }
    all.add(Artefact.of("policy.json", JSON, digest, policy.canonicalJson()));
    all.add(Artefact.of("fideslang.yaml", "application/yaml", digest, Fideslang.write(policy)));
    all.add(Artefact.of("dpv.jsonld", "application/ld+json", digest, Dpv.write(policy)));
    all.add(Artefact.in(first, "tilt.json", JSON, digest, Tilt.write(policy, first)));
    all.add(
        Artefact.in(
            first,
            "record-of-processing.csv",
            "text/csv",
            digest,
            RecordOfProcessing.of(policy, first).csv()));
    return new Artefacts(digest, all);
  }

  /// The one of a name.
  public Optional<Artefact> named(String name) {
    return all.stream().filter(artefact -> artefact.name().equals(name)).findFirst();
  }
}
