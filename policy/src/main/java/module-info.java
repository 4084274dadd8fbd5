import org.jspecify.annotations.NullMarked;

/// The declared policy: read it, digest it, decide by it who may use what for which purpose, and
/// derive from it what people read.
@NullMarked
module org.aboveboard.policy {
  requires static com.google.errorprone.annotations;
  requires static org.jspecify;
  requires org.snakeyaml.engine.v2;

  exports org.aboveboard.policy;
  exports org.aboveboard.policy.diff;
  exports org.aboveboard.policy.export;
  exports org.aboveboard.policy.lint;
  exports org.aboveboard.policy.map;
  exports org.aboveboard.policy.read;
  exports org.aboveboard.policy.tell;
  exports org.aboveboard.policy.wording;
}
