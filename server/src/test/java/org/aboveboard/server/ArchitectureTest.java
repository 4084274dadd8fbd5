package org.aboveboard.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aboveboard.policy.Grant;
import org.aboveboard.policy.Personal;
import org.junit.jupiter.api.Test;

/// The rules of the house; a failing rule's name is the explanation.
final class ArchitectureTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.aboveboard");

  private static final String ROOT = "org.aboveboard.server.";

  /// Which room may use which: a new edge is a line here, to be reviewed.
  private static final Map<String, Set<String>> EDGES =
      Map.ofEntries(
          Map.entry("sql", Set.of()),
          Map.entry("postgres", Set.of()),
          Map.entry("load", Set.of()),
          Map.entry("measure", Set.of("load")),
          Map.entry(
              "simulate",
              Set.of(
                  "alarm",
                  "catalogue",
                  "chart",
                  "collect",
                  "consent",
                  "correct",
                  "declaration",
                  "evaluation",
                  "learn",
                  "lease",
                  "monitor",
                  "optout",
                  "recommend",
                  "retain",
                  "rights",
                  "subject",
                  "web")),
          Map.entry("chart", Set.of("web")),
          Map.entry("evaluation", Set.of("load", "chart", "web")),
          Map.entry("web", Set.of()),
          Map.entry("journal", Set.of("sql")),
          Map.entry("alarm", Set.of("sql")),
          Map.entry("ledger", Set.of("sql", "journal", "key", "alarm", "web")),
          Map.entry("key", Set.of("sql", "web")),
          Map.entry("subject", Set.of("sql", "key")),
          Map.entry("lease", Set.of("sql", "journal", "web")),
          Map.entry("declaration", Set.of("sql", "journal")),
          Map.entry("seen", Set.of("sql", "declaration", "alarm", "web")),
          Map.entry(
              "map",
              Set.of(
                  "declaration",
                  "subject",
                  "consent",
                  "alarm",
                  "seen",
                  "operate",
                  "visitor",
                  "access",
                  "web")),
          Map.entry(
              "monitor",
              Set.of(
                  "sql",
                  "journal",
                  "declaration",
                  "catalogue",
                  "learn",
                  "seen",
                  "alarm",
                  "chart",
                  "web")),
          Map.entry("catalogue", Set.of("sql", "key", "access", "web")),
          Map.entry("access", Set.of("sql", "key", "web")),
          Map.entry("optout", Set.of("declaration", "web")),
          Map.entry(
              "consent",
              Set.of(
                  "sql",
                  "journal",
                  "lease",
                  "key",
                  "subject",
                  "declaration",
                  "optout",
                  "access",
                  "web")),
          Map.entry(
              "collect",
              Set.of(
                  "sql",
                  "journal",
                  "key",
                  "subject",
                  "declaration",
                  "catalogue",
                  "consent",
                  "seen",
                  "optout",
                  "access",
                  "web")),
          Map.entry("learn", Set.of("sql", "journal", "declaration", "seen", "web")),
          Map.entry("correct", Set.of("sql", "declaration", "alarm", "catalogue", "learn", "web")),
          Map.entry("release", Set.of("declaration", "alarm", "web")),
          Map.entry("manual", Set.of("declaration", "learn", "run", "release", "web")),
          Map.entry(
              "recommend",
              Set.of(
                  "sql",
                  "release",
                  "correct",
                  "journal",
                  "subject",
                  "declaration",
                  "catalogue",
                  "consent",
                  "collect",
                  "optout",
                  "learn",
                  "seen",
                  "access",
                  "web")),
          Map.entry(
              "explain",
              Set.of(
                  "correct",
                  "declaration",
                  "catalogue",
                  "consent",
                  "collect",
                  "learn",
                  "recommend",
                  "subject",
                  "rights",
                  "visitor",
                  "access",
                  "web")),
          Map.entry(
              "rights",
              Set.of(
                  "sql",
                  "journal",
                  "lease",
                  "key",
                  "subject",
                  "declaration",
                  "catalogue",
                  "consent",
                  "collect",
                  "learn",
                  "recommend",
                  "optout",
                  "vault",
                  "demo",
                  "visitor",
                  "access",
                  "web")),
          Map.entry(
              "run", Set.of("sql", "journal", "subject", "declaration", "learn", "access", "web")),
          Map.entry(
              "receipt",
              Set.of(
                  "sql",
                  "journal",
                  "ledger",
                  "subject",
                  "declaration",
                  "consent",
                  "recommend",
                  "rights",
                  "visitor",
                  "access",
                  "web")),
          Map.entry("visitor", Set.of("declaration", "optout", "web")),
          Map.entry(
              "vault",
              Set.of(
                  "sql", "journal", "subject", "declaration", "consent", "seen", "operate", "web")),
          Map.entry(
              "retain", Set.of("catalogue", "sql", "journal", "subject", "declaration", "web")));

  @Test
  void coresDoNotKnowOneAnother() {
    for (String core : Set.of("policy", "models", "fairness", "ledger")) {
      noClasses()
          .that()
          .resideInAPackage("org.aboveboard." + core + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.aboveboard..")
                  .and(DescribedPredicate.not(resideInAPackage("org.aboveboard." + core + ".."))))
          .check(ALL);
    }
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.aboveboard.server.(*)..").should().beFreeOfCycles().check(ALL);
    slices().matching("org.aboveboard.(policy.*)").should().beFreeOfCycles().check(ALL);
    slices().matching("org.aboveboard.(ledger.*)").should().beFreeOfCycles().check(ALL);
    slices().matching("org.aboveboard.fairness.(*)").should().beFreeOfCycles().check(ALL);
    slices().matching("org.aboveboard.models.(*)").should().beFreeOfCycles().check(ALL);
    noClasses()
        .that()
        .resideInAPackage("org.aboveboard.policy")
        .should()
        .dependOnClassesThat(resideInAPackage("org.aboveboard.policy.*.."))
        .because("what is declared does not know who reads, tells, lints or draws it")
        .check(ALL);
  }

  @Test
  void aNewEdgeBetweenRoomsIsAReviewedLine() {
    Map<String, Set<String>> found = new TreeMap<>();
    for (JavaClass from : ALL) {
      room(from)
          .forEach(room ->
              from.getDirectDependenciesFromSelf()
                  .forEach(edge ->
                      room(edge.getTargetClass())
                          .filter(to -> !to.equals(room))
                          .forEach(
                              to -> found.computeIfAbsent(room, _ -> new TreeSet<>()).add(to))));
    }
    EDGES.forEach((room, allowed) ->
        assertThat(found.getOrDefault(room, Set.of()))
            .as("what %s uses", room)
            .isSubsetOf(allowed));
  }

  private static Stream<String> room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(ROOT)
        ? Stream.of(name.substring(ROOT.length()).split("\\.", -1)[0])
        : Stream.empty();
  }

  @Test
  void personalDataLeavesAStoreOnlyForAGrant() {
    methods()
        .that()
        .areDeclaredInClassesThat()
        .haveSimpleNameEndingWith("Store")
        .and()
        .areNotPrivate()
        .should(takeAGrantIfTheyReturnPersonalData())
        .check(ALL);
  }

  private static ArchCondition<JavaMethod> takeAGrantIfTheyReturnPersonalData() {
    return new ArchCondition<>("take a Grant if they return personal data") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean isPersonal =
            method.getReturnType().getAllInvolvedRawTypes().stream()
                .anyMatch(t -> t.isAnnotatedWith(Personal.class));
        boolean hasGrant =
            method.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Grant.class));
        if (isPersonal && !hasGrant) {
          events.add(SimpleConditionEvent.violated(method, method.getFullName()));
        }
      }
    };
  }

  @Test
  void onlyStoresTouchSql() {
    noClasses()
        .that(
            describe(
                "are neither stores, shelves nor the rooms that serve them",
                (JavaClass type) ->
                    type.getPackageName().startsWith("org.aboveboard.server")
                        && !Set.of("sql", "postgres", "journal")
                            .contains(room(type).findFirst().orElse(""))
                        && !isOfAStore(type)))
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.sql..")
                .or(resideInAPackage("javax.sql.."))
                .or(resideInAPackage("org.jdbi..")))
        .check(ALL);
  }

  private static boolean isOfAStore(JavaClass type) {
    String outer = type.getName().replaceAll(".*\\.", "").replaceAll("\\$.*", "");
    return Set.of("Store", "Shelf").stream().anyMatch(outer::endsWith) || outer.equals("Subjects");
  }

  @Test
  void onlyPagesAndApisTouchTheWeb() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Store")
        .or()
        .haveSimpleNameEndingWith("Shelf")
        .should()
        .dependOnClassesThat(resideInAPackage("jakarta.ws.rs.."))
        .check(ALL);
  }

  @Test
  void namesSayWhatThingsAre() {
    for (String word :
        Arrays.asList("Manager", "Util", "Utils", "Helper", "Impl", "Dto", "Service")) {
      classes().should().haveSimpleNameNotEndingWith(word).check(ALL);
    }
  }

  @Test
  void aGrantIsMadeInThePolicyAlone() {
    assertThat(ALL.get(Grant.class).getConstructors())
        .allMatch(made -> made.getModifiers().contains(JavaModifier.PRIVATE));
  }

  @Test
  void timeIsPassedIn() {
    noClasses()
        .that(
            describe(
                "are not the doors of the house",
                (JavaClass type) ->
                    type.getPackageName().startsWith("org.aboveboard.server.")
                        && !type.getPackageName().endsWith(".command")
                        && !type.getPackageName().endsWith(".postgres")))
        .should()
        .callMethod(InstantSource.class, "system")
        .check(ALL);
  }
}
