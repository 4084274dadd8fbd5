package org.aboveboard.policy.export;

import org.aboveboard.policy.Category;
import org.aboveboard.policy.EventType;
import org.aboveboard.policy.FieldType;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.Surface;
import org.aboveboard.policy.Vendor;
import org.aboveboard.policy.read.PolicyFaults;
import org.aboveboard.policy.read.Yaml;

/// What fideslang has no word for, of each thing of a policy: its file without what stands in a
/// field of fideslang's own.
///
/// Nothing is said twice, so that whoever changes a manifest cannot leave it saying two things. The
/// exceptions are three lists whose form fideslang cannot keep, such as the order of a surface's
/// purposes: there the field of fideslang's own decides what is meant, and this how it is written.
final class Rest {
  /// Says that a term hangs where it does for want of an alias.
  static final String UNPLACED = "unplaced";

  private final Policy policy;
  private final Part files;
  private final String first;

  Rest(Policy policy) {
    this.policy = policy;
    this.files = files(policy);
    this.first = policy.organisation().language().code();
  }

  private static Part files(Policy policy) {
    try {
      return new Part(Yaml.parse("canonical.json", policy.canonicalJson()));
    } catch (PolicyFaults e) {
      throw new IllegalStateException("A policy's own canonical text does not read.", e);
    }
  }

  /// All that belongs to no other thing of a manifest.
  Part server() {
    return Part.EMPTY
        .with("format", "aboveboard-fideslang-1")
        .with("policy", policy.digest())
        .with("organisation", organisation())
        .with("asking", files.part("asking"))
        .with("changes", files.part("changes"))
        .with("roles", files.part("roles"))
        .withSome("people", files.part("people"))
        .withSome("categories", categories())
        .withSome("signals", files.part("signals"))
        .withSome("purposes", purposes())
        .withSome("models", files.part("models"))
        .withSome("prohibitions", files.part("prohibitions"))
        .withSome("assessments", files.part("assessments"))
        .withSome("segments", files.part("segments"))
        .withSome("groups", files.part("groups"))
        .withSome("monitors", files.part("monitors"))
        .withSome("experiments", files.part("experiments"));
  }

  Part event(EventType event) {
    var left = file("events", event.id()).without("label", first).without("category");
    var fields = left.part("fields");
    for (var field : event.fields()) {
      var isTime = field.type() == FieldType.TIME;
      var file = fields.part(field.name()).without("category").without("purposes");
      fields = fields.with(field.name(), isTime ? file : file.without("type"));
    }
    return left.without("purposes").without("fields").withSome("fields", fields);
  }

  Part surface(Surface surface) {
    return file("surfaces", surface.id()).without("label", first);
  }

  Part vendor(Vendor vendor) {
    var left =
        file("vendors", vendor.id())
            .without("label", first)
            .without("why", first)
            .without("party", "name")
            .without("party", "address")
            .without("party", "email")
            .without("gets")
            .without("transfer");
    return vendor.role() == Vendor.Role.PROCESSOR ? left.without("role") : left;
  }

  private Part organisation() {
    return files
        .part("organisation")
        .without("name")
        .without("controller", "name")
        .without("controller", "address")
        .without("controller", "email")
        .without("officers", "dataProtection", "email")
        .without("officers", "dataProtection", "title", first);
  }

  private Part categories() {
    var all = Part.EMPTY;
    for (var category : policy.categories()) {
      all = all.with(category.id(), category(category));
    }
    return all;
  }

  private Part category(Category category) {
    var left = file("categories", category.id()).without("label", first);
    return FidesKeys.nearest(category.aliases()).isPresent()
        ? left.with("aliases", behindFirst(left.part("aliases")))
        : left.with(UNPLACED, true);
  }

  private Part purposes() {
    var all = Part.EMPTY;
    for (var purpose : policy.purposes()) {
      all = all.with(purpose.id(), purpose(purpose));
    }
    return all;
  }

  private Part purpose(Purpose purpose) {
    var left =
        file("purposes", purpose.id())
            .without("label", first)
            .without("sentence", first)
            .without("basis")
            .without("uses")
            .without("recipients");
    var retention = purpose.retention();
    var isOneLength =
        retention.events().equals(retention.longest())
            && retention.model().equals(retention.longest())
            && retention.answers().equals(retention.longest());
    var placed =
        FidesKeys.nearest(purpose.aliases()).isPresent()
            ? left.with("aliases", behindFirst(left.part("aliases")))
            : left.with(UNPLACED, true);
    return isOneLength ? placed.without("retention") : placed;
  }

  /// Aliases without the first one of fideslang, which is what the key hangs below.
  private static Part behindFirst(Part aliases) {
    return aliases.withTexts("fideslang", aliases.texts("fideslang").stream().skip(1));
  }

  private Part file(String folder, String id) {
    return files.part(folder).part(id);
  }
}
