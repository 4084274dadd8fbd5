package org.aboveboard.server.transparency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Purpose;
import org.aboveboard.policy.export.Artefacts;
import org.aboveboard.policy.export.RecordOfProcessing;
import org.aboveboard.policy.map.Legend;
import org.aboveboard.policy.tell.Notice;
import org.aboveboard.server.web.Fact;
import org.aboveboard.server.web.Frames;
import org.aboveboard.server.web.Link;
import org.aboveboard.server.web.Receipt;
import org.aboveboard.server.web.State;

/// An edition of the policy as the public's pages.
record Pages(Edition edition, Frames frames, Instant now) {
  static final String HOME = "/transparency";

  Overview overview(Artefacts made) {
    Notice notice = notice();
    return new Overview(
        frames.at(HOME + query()),
        notice,
        code(),
        languages(HOME),
        inForce(notice, HOME),
        new Link(Legend.of(edition.language()).words().title(), HOME + "/map?language=" + code()),
        edition.isInForce() ? states(notice) : Map.of(),
        query(),
        edition.isInForce() ? files(notice, made) : List.of(),
        receipt(notice));
  }

  /// All about one purpose, if this edition has it.
  Optional<Whole> whole(String id) {
    Notice notice = notice();
    String path = HOME + "/purposes/" + id;
    return notice.purposes().stream()
        .filter(about -> about.id().equals(id))
        .findFirst()
        .map(about ->
            new Whole(
                frames.at(path + query()),
                notice,
                about,
                code(),
                languages(path),
                inForce(notice, path),
                edition.isInForce()
                    ? Optional.ofNullable(states(notice).get(id))
                    : Optional.empty(),
                query(),
                receipt(notice)));
  }

  Activities activities() {
    Notice notice = notice();
    RecordOfProcessing record = RecordOfProcessing.of(policy(), edition.language());
    String path = HOME + "/record";
    return new Activities(
        frames.at(path + query()),
        record.heading(),
        code(),
        languages(path),
        new Link(notice.labels().back(), HOME + query()),
        new Link("record-of-processing.csv", HOME + "/record-of-processing.csv"),
        record.rows().stream().map(row -> activity(record, row)).toList(),
        receipt(notice));
  }

  private static Activities.Activity activity(
      RecordOfProcessing record, RecordOfProcessing.Row row) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 1; i < record.columns().size(); i++) {
      facts.add(new Fact(record.columns().get(i), row.cells().get(i)));
    }
    return new Activities.Activity(row.purpose(), row.cells().getFirst(), facts);
  }

  private Policy policy() {
    return edition.policy();
  }

  private Notice notice() {
    return Notice.of(policy(), edition.language());
  }

  private String code() {
    return edition.language().code();
  }

  private String query() {
    return edition.query(edition.language());
  }

  private List<Link> languages(String path) {
    List<Language> spoken = policy().organisation().languages();
    return spoken.size() < 2
        ? List.of()
        : spoken.stream()
            .filter(language -> language != edition.language())
            .map(language -> new Link(name(language), path + edition.query(language)))
            .toList();
  }

  /// A language by its own name.
  private static String name(Language language) {
    Locale locale = Locale.forLanguageTag(language.code());
    return locale.getDisplayLanguage(locale);
  }

  private Optional<Link> inForce(Notice notice, String path) {
    return edition.isInForce()
        ? Optional.empty()
        : Optional.of(new Link(notice.labels().inForce(), path + "?language=" + code()));
  }

  private Map<String, State> states(Notice notice) {
    Map<String, State> states = new LinkedHashMap<>();
    policy().purposes().forEach(one -> states.put(one.id(), state(notice.labels(), one)));
    return states;
  }

  private State state(Notice.Labels labels, Purpose purpose) {
    if (policy().closed(purpose, now).isPresent()) {
      return new State("■", labels.closed(), "watch");
    }
    return switch (purpose.basis()) {
      case CONSENT -> new State("○", labels.off(), "muted");
      case LEGITIMATE_INTEREST -> new State("●", labels.interest(), "ok");
      case CONTRACT, LEGAL_OBLIGATION -> State.fixed(labels.part());
    };
  }

  private List<Link> files(Notice notice, Artefacts made) {
    List<Link> files = new ArrayList<>();
    files.add(new Link(notice.labels().record(), HOME + "/record" + query()));
    if (!policy().monitors().isEmpty()) {
      files.add(new Link("Fairness", HOME + "/fairness"));
    }
    notice.sections().stream()
        .filter(section -> section.id().equals("segments"))
        .forEach(section -> files.add(new Link(section.heading(), HOME + "/segments")));
    policy()
        .declared()
        .models()
        .forEach(model ->
            files.add(
                new Link(model.label().in(edition.language()), HOME + "/models/" + model.id())));
    made.all().forEach(one -> files.add(new Link(one.name(), HOME + "/" + one.name())));
    return files;
  }

  private Receipt receipt(Notice notice) {
    return new Receipt(
        notice.labels().madeFrom(),
        List.of(
            new Fact("controller", policy().organisation().controller().name()),
            new Fact("digest", policy().digest())));
  }
}
