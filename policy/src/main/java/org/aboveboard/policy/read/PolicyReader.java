package org.aboveboard.policy.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.aboveboard.policy.Approval;
import org.aboveboard.policy.Asking;
import org.aboveboard.policy.Declared;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Oversight;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Release;
import org.aboveboard.policy.Role;

/// Reads the files of a policy into what they declare, finding every fault before it gives up.
final class PolicyReader {

  private final Pages pages;
  private final Readers readers;
  private final Crossings crossings;
  private final Watchings watchings;
  private final List<Accepted> accepted = new ArrayList<>();

  PolicyReader(Pages pages, Readers readers) {
    this.pages = pages;
    this.readers = readers;
    this.crossings = new Crossings(readers.links());
    this.watchings = new Watchings(readers);
  }

  ReadPolicy read() throws PolicyFaults {
    var head = pages.required("organisation.yaml").map(this::accepting);
    readers.speak(head.map(this::languages).orElse(List.of()));
    var organisation = head.map(OrganisationReader::read);
    var asking =
        pages
            .optional("asking.yaml")
            .map(this::accepting)
            .map(AskingReader::read)
            .orElse(Asking.USUAL);
    var changes = pages.required("changes.yaml").map(this::accepting).map(ChangesReader::read);
    var roles = pages.required("roles.yaml").map(this::accepting).map(this::roles);
    if (roles.isEmpty()) {
      readers.links().lose(Kind.ROLE);
    }
    var declared =
        new Declared(
            organisation.orElse(OrganisationReader.NOBODY),
            asking,
            changes.map(ChangesReader.Changes::matrix).orElse(ChangesReader.NOBODYS),
            changes.map(ChangesReader.Changes::approvers).orElse(List.of()),
            roles.orElse(List.of()),
            things(Kind.PERSON, SmallThings::person),
            things(Kind.CATEGORY, (id, file) -> SmallThings.category(id, file, crossings)),
            things(Kind.SIGNAL, (id, file) -> SmallThings.signal(id, file, crossings)),
            things(Kind.EVENT, (id, file) -> new EventReader(id, file, crossings).read()),
            things(Kind.PURPOSE, (id, file) -> PurposeReader.read(id, file, crossings)),
            things(Kind.SURFACE, (id, file) -> SurfaceReader.read(id, file, crossings)),
            things(Kind.VENDOR, VendorReader::read),
            things(Kind.MODEL, (id, file) -> ModelReader.read(id, file, crossings)),
            things(Kind.PROHIBITION, SmallThings::prohibition),
            things(Kind.ASSESSMENT, AssessmentReader::assessment),
            new Oversight(
                things(Kind.SEGMENT, OversightReader::segment),
                things(Kind.GROUPS, OversightReader::groups),
                things(Kind.MONITOR, MonitorReader::monitor),
                things(Kind.EXPERIMENT, ExperimentReader::experiment)));
    List<Approval> approvals = things(Kind.APPROVAL, AssessmentReader::approval);
    List<Release> releases = things(Kind.RELEASE, ReleaseReader::release);
    readers.links().check();
    crossings.check(declared);
    watchings.check(declared);
    readers.faults().throwIfAny();
    return new ReadPolicy(
        Policy.of(declared).with(approvals).releasing(releases), readers.places(), accepted);
  }

  /// None where the list has a fault of its own, so that no other file is blamed for it.
  private List<Language> languages(Reading file) {
    var before = readers.faults().count();
    var languages = file.listOf("languages", Language.class);
    return readers.faults().count() == before ? List.copyOf(languages) : List.of();
  }

  private <T> List<T> things(Kind kind, BiFunction<String, Reading, T> read) {
    var things = new ArrayList<T>();
    pages
        .things(kind)
        .forEach((id, file) -> {
          things.add(read.apply(id, accepting(file)));
          file.done();
        });
    return things;
  }

  /// The same file, once the reasons in it are noted.
  private Reading accepting(Reading file) {
    file.accepted()
        .forEach((rule, because) -> accepted.add(new Accepted(file.name(), rule, because)));
    return file;
  }

  private List<Role> roles(Reading file) {
    var roles = new ArrayList<Role>();
    file.blocks()
        .forEach((id, block) -> {
          if (!id.equals(Reading.ACCEPTED)) {
            file.refuseUnlessId(id, id);
            readers.links().declare(Kind.ROLE, id);
            roles.add(SmallThings.role(id, block));
            block.done();
          }
        });
    return roles;
  }
}
