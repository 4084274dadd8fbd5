package org.aboveboard.server.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.aboveboard.policy.Evidence;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.read.PolicyFiles;
import org.aboveboard.server.consent.Yes;
import org.aboveboard.server.load.DataSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is taken for evidence, and what is said of the rest.
class EvidenceReaderTest {
  private static final Instant SINCE = Instant.parse("2026-01-31T00:00:00Z");

  private static final Path BOOKSHOP =
      Path.of(System.getProperty("aboveboard.root", "..")).resolve("policies/bookshop");

  @TempDir private Path folder;

  @BeforeEach
  void someEvents() throws IOException {
    file("events.jsonl", "{\"subject\":\"u:1\",\"event\":\"viewed\",\"item\":\"b1\"}");
  }

  private void file(String name, String... lines) throws IOException {
    Files.write(folder.resolve(name), List.of(lines));
  }

  private LegalBasis readUnder(Path policy, String... typed) throws Exception {
    Policy declared = PolicyFiles.read(policy).policy();
    Arguments arguments = Arguments.read(new Import(), List.of(typed), Map.of());
    return new EvidenceReader(declared, Typed.NOW).read(arguments, DataSet.open(folder));
  }

  private LegalBasis read(String... typed) throws Exception {
    return readUnder(BOOKSHOP, typed);
  }

  private Complaint complaint(String... typed) {
    return catchThrowableOfType(Complaint.class, () -> read(typed));
  }

  private String why(String line) throws IOException {
    file("evidence.jsonl", line);
    Complaint complaint = complaint();
    assertThat(complaint.cure()).isEqualTo("Mend these lines and repeat the import.");
    return complaint.why();
  }

  @Test
  void aLineIsOnePersonsYes() throws Exception {
    file(
        "evidence.jsonl",
        "{\"subject\":\"7\",\"purpose\":\"recommendations\",\"since\":\"2026-01-31\",\"until\":\"2026-12-31\",\"evidence\":\"form"
            + " 7\"}",
        "{\"subject\":\"a:9\",\"since\":1769817600,\"evidence\":\"form 9\"}");
    LegalBasis basis = read();
    assertThat(basis.evidence()).isEqualTo(Evidence.IMPORTED);
    assertThat(basis.of("u:7").all())
        .extracting(yes -> yes.purpose().id(), Yes::since, Yes::until, Yes::proof)
        .containsExactly(
            tuple("recommendations", SINCE, Instant.parse("2026-12-31T00:00:00Z"), "form 7"));
    assertThat(basis.of("a:9").all())
        .extracting(Yes::since, Yes::until)
        .as("as long as a yes lasts here")
        .containsExactly(tuple(SINCE, Instant.parse("2027-01-31T00:00:00Z")));
    assertThat(basis.of("u:8").all()).isEmpty();
  }

  @Test
  void noYesLastsLongerThanOneDoesHere() throws Exception {
    file(
        "evidence.jsonl",
        "{\"subject\":\"7\",\"since\":\"2026-01-31\",\"until\":\"2099-01-01\",\"evidence\":\"for"
            + " ever\"}");
    assertThat(read().of("u:7").all())
        .extracting(Yes::until)
        .containsExactly(Instant.parse("2027-01-31T00:00:00Z"));
  }

  @Test
  void aTableSaysTheSame() throws Exception {
    file(
        "evidence.csv",
        "User_ID,Purpose,Since,Until,Evidence",
        "7,recommendations,2026-01-31,,\"form 7, shelf 3\"",
        "*,,2026-02-28,,a list");
    LegalBasis basis = read();
    assertThat(basis.of("u:7").all()).extracting(Yes::proof).containsExactly("form 7, shelf 3");
    assertThat(basis.of("u:8").all()).extracting(Yes::proof).containsExactly("a list");
  }

  @Test
  void packedEvidenceIsRead() throws Exception {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("evidence.csv.gz")))) {
      out.write("subject,since,evidence\n7,2026-01-31,form 7\n".getBytes(UTF_8));
    }
    assertThat(read().of("u:7").all()).hasSize(1);
  }

  @Test
  void whatIsTypedHoldsForWhoHasNoLineOfTheirOwn() throws Exception {
    file("evidence.jsonl", "{\"subject\":\"7\",\"since\":\"2026-05-01\",\"evidence\":\"form 7\"}");
    LegalBasis basis = read("--evidence=a list", "--since=2026-01-31");
    assertThat(basis.of("u:7").all()).extracting(Yes::proof).containsExactly("form 7");
    assertThat(basis.of("u:8").all()).extracting(Yes::since).containsExactly(SINCE);
  }

  @Test
  void whoBringsNothingBringsNothing() throws Exception {
    assertThat(read().of("u:1").all()).isEmpty();
  }

  @Test
  void aLineThatNamesNobodySaysSo() throws IOException {
    assertThat(why("{\"since\":\"2026-01-31\",\"evidence\":\"x\"}"))
        .contains(
            "so nothing was brought in",
            "evidence.jsonl: the line names nobody: write a subject, or * for everybody in the data"
                + " set (line 1)");
    assertThat(why("{\"subject\":\"u:\",\"since\":\"2026-01-31\",\"evidence\":\"x\"}"))
        .contains("names nobody");
  }

  @Test
  void evidenceThatSaysNothingSaysSo() throws IOException {
    assertThat(why("{\"subject\":\"7\",\"since\":\"2026-01-31\",\"evidence\":\"  \"}"))
        .contains("the evidence is empty: say what shows the yes, and where that can be seen");
    assertThat(why("{\"subject\":\"7\",\"since\":\"2026-01-31\"}")).contains("evidence is empty");
  }

  @Test
  void anUnknownPurposeNamesTheKnown() throws IOException {
    assertThat(
            why(
                "{\"subject\":\"7\",\"purpose\":\"adverts\",\"since\":\"2026-01-31\",\"evidence\":\"x\"}"))
        .contains(
            "the policy in force declares no such purpose: write one of recommendations (line");
  }

  @Test
  void aPurposeThatNobodyIsAskedAboutNeedsNone() throws IOException {
    assertThat(
            why(
                "{\"subject\":\"7\",\"purpose\":\"order-service\",\"since\":\"2026-01-31\",\"evidence\":\"x\"}"))
        .contains(
            "nobody is asked about order-service, so its rows need no evidence: leave it out");
  }

  @Test
  void aPurposeThatIsOffForEverybodySaysWhy() throws IOException {
    assertThat(
            why(
                "{\"subject\":\"7\",\"purpose\":\"taste-profile\",\"since\":\"2026-01-31\",\"evidence\":\"x\"}"))
        .contains("taste-profile is off for everybody, being invasive and without");
  }

  @Test
  void timesThatCannotBeSaySo() throws IOException {
    assertThat(why("{\"subject\":\"7\",\"since\":\"2026-11-24\",\"evidence\":\"x\"}"))
        .contains("since lies in the future: write the day of their yes");
    assertThat(
            why(
                "{\"subject\":\"7\",\"since\":\"2026-02-01\",\"until\":\"2026-02-01\",\"evidence\":\"x\"}"))
        .contains("until is not after since: write the first day on which the yes no longer holds");
    assertThat(why("{\"subject\":\"7\",\"evidence\":\"x\"}"))
        .contains("since is missing: write the day of their yes, like 2026-01-31");
    assertThat(why("{\"subject\":\"7\",\"since\":\"last spring\",\"evidence\":\"x\"}"))
        .contains("since is not like 2026-01-31");
  }

  @Test
  void everyFaultIsToldAtOnceWithItsLineAndNoLineIsQuoted() throws Exception {
    file(
        "evidence.jsonl",
        "{\"subject\":\"u:secret-name\",\"since\":\"2026-01-31\",\"evidence\":\"x\"}",
        "{\"subject\":\"u:secret-name\",\"since\":\"2027-01-31\",\"evidence\":\"x\"}",
        "not json",
        "{\"subject\":\"u:secret-name\",\"evidence\":\"x\"}");
    assertThat(complaint().why())
        .contains("(line 2)", "(line 3)", "(line 4)")
        .doesNotContain("secret-name", "(line 1)");
  }

  @Test
  void evidenceOfAnotherEventsFileBringsNothingIn() throws Exception {
    assertThat(why(about("0".repeat(64))))
        .contains(
            "the line is about another events file, whose SHA-256 it names: bring that file, or"
                + " evidence for this one (line 1)");
    file("evidence.jsonl", about(sha256(folder.resolve("events.jsonl"))));
    assertThat(read().of("u:1").all()).hasSize(1);
    file("events.jsonl", "{\"subject\":\"u:2\",\"event\":\"viewed\",\"item\":\"b1\"}");
    assertThat(complaint().why()).as("after it changed").contains("another events file");
  }

  private static String about(String digest) {
    return "{\"subject\":\"*\",\"since\":\"2026-01-31\",\"evidence\":\"x\",\"events\":\""
        + digest
        + "\"}";
  }

  private static String sha256(Path file) throws Exception {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void aMisspeltNameIsNotPassedOver() throws IOException {
    String why =
        why(
            "{\"subject\":\"7\",\"since\":\"2026-01-31\",\"untill\":\"2026-02-01\",\"evidence\":\"x\"}");
    assertThat(why).contains("the line says more than subject").doesNotContain("untill");
    file("evidence.jsonl", "");
    file("evidence.csv", "subject,since,til,evidence", "7,2026-01-31,2026-02-01,x");
    assertThat(complaint().why()).contains("the line says more than subject", "(line 2)");
  }

  @Test
  void aTableWithoutItsColumnsSaysWhichItNeeds() throws Exception {
    file("evidence.csv", "name,when", "7,2026-01-31");
    assertThat(complaint().why())
        .contains("the first line does not name the columns subject, since and evidence");
  }

  @Test
  void whatIsTypedIsHeldToTheSame() {
    assertThat(complaint("--evidence= ", "--since=2026-01-31").why()).contains("is empty");
    assertThat(complaint("--evidence=x", "--since=2027-01-31").why()).contains("in the future");
    assertThat(complaint("--evidence=x").cure()).contains("Write --since 2026-01-31");
    assertThat(complaint("--evidence=x", "--since=soon").cure()).contains("--since 2026-01-31");
    assertThat(complaint("--evidence=x", "--since=2026-01-31", "--until=2026-01-01").why())
        .contains("--until is not after --since");
    Complaint orders = complaint("--evidence=x", "--since=2026-01-31", "--purpose=order-service");
    assertThat(orders.why()).contains("nobody is asked about order-service");
    assertThat(orders.cure()).isEqualTo("Please leave it out.");
  }

  @Test
  void wherePurposesAreSeveralOneIsToBeNamed() throws Exception {
    Path policy = folder.resolve("two");
    copyOfTheBookshop(policy);
    Path orders = policy.resolve("purposes/order-service.yaml");
    Files.writeString(
        orders, Files.readString(orders).replace("basis: contract", "basis: consent"));
    file("evidence.jsonl", "{\"subject\":\"7\",\"since\":\"2026-01-31\",\"evidence\":\"x\"}");
    Complaint complaint = catchThrowableOfType(Complaint.class, () -> readUnder(policy));
    assertThat(complaint.why())
        .contains(
            "it is not said which purpose was agreed to: write one of recommendations,"
                + " order-service");
  }

  private static void copyOfTheBookshop(Path target) throws IOException {
    try (Stream<Path> files = Files.walk(BOOKSHOP)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, target.resolve(BOOKSHOP.relativize(file).toString()));
      }
    }
  }
}
