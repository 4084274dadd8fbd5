package org.aboveboard.policy.export;

import static java.util.Collections.unmodifiableSortedMap;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The files of a policy that were made from a manifest, and what a person must still write.
///
/// What the manifest does not say is not in the files, so they are refused until it has been
/// written; nothing is made up, least of all a consent or a length of time.
///
/// @param files the text of each file by its name within the folder
/// @param gaps what is still to be written; empty if the manifest came from a policy
/// @param claimed the digest of the policy that the manifest says it was made from
public record Adopted(SortedMap<String, String> files, List<Gap> gaps, Optional<String> claimed) {
  public Adopted {
    files = unmodifiableSortedMap(new TreeMap<>(files));
    gaps = List.copyOf(gaps);
  }

  /// Something that a person must still write.
  ///
  /// @param key the key within the file, with dots between the levels
  /// @param why what the manifest lacks
  public record Gap(String file, String key, String why) {
    @Override
    public String toString() {
      return file + ": " + key + ": " + why;
    }
  }
}
