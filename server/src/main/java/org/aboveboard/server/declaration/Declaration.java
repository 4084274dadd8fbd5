package org.aboveboard.server.declaration;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.aboveboard.policy.Policy;

/// The policy in force on this node; another version can take its place between two requests.
public final class Declaration {
  private final VersionStore versions;
  private final boolean demonstration;
  private final Map<String, Optional<Policy>> earlier = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile InForce now;

  Declaration(VersionStore versions, boolean demonstration, InForce now) {
    this.versions = versions;
    this.demonstration = demonstration;
    this.now = now;
  }

  /// The version in force now, to be kept until the request is done.
  public InForce now() {
    return now;
  }

  /// Whether consents that were borrowed or made up count here.
  public boolean isDemonstration() {
    return demonstration;
  }

  /// A version that is or was in force, by its digest, as it was.
  public Optional<Policy> version(String digest) {
    InForce current = now;
    return current.policy().digest().equals(digest)
        ? Optional.of(current.policy())
        : earlier.computeIfAbsent(digest, versions::find);
  }

  /// Is told each time another version has come into force here.
  public void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /// Follows the store to its last version, if this node has not yet; answers whether it moved.
  public boolean follow() {
    synchronized (versions) {
      if (versions.last() == now.index()) {
        return false;
      }
      now = versions.load(demonstration);
    }
    watchers.forEach(Runnable::run);
    return true;
  }
}
