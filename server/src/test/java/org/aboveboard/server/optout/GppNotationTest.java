package org.aboveboard.server.optout;

import static org.assertj.core.api.Assertions.assertThat;

import com.iab.gpp.encoder.GppModel;
import com.iab.gpp.encoder.section.Sections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class GppNotationTest {
  private final Aside aside =
      new Aside(new GppNotation(), Runnable::run, Duration.ofSeconds(30), 9);

  @Test
  void everyHeaderNamesTheSectionsTheLibraryWroteIntoIt() {
    List<Integer> all = List.copyOf(new TreeSet<>(Sections.SECTION_ID_NAME_MAP.keySet()));
    for (long seed = 0; seed < 2_000; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      List<Integer> sections = all.stream().filter(_ -> chance.nextBoolean()).toList();
      assertThat(GppHeader.sections(header(sections))).as("seed %d", seed).contains(sections);
    }
    assertThat(GppHeader.sections("DBAA")).contains(List.of());
  }

  private static String header(List<Integer> sections) {
    var model = new GppModel();
    sections.forEach(id -> model.decodeSection(id, ""));
    return model.encode().split("~", -1)[0];
  }

  @Test
  void everyNoOfEverySectionIsHeard() {
    for (int id = 7; id <= 22; id++) {
      String name = Sections.SECTION_ID_NAME_MAP.getOrDefault(id, "");
      said(name, "SaleOptOut", OptOut.SALE);
      said(name, "SharingOptOut", OptOut.SHARING);
      said(name, "TargetedAdvertisingOptOut", OptOut.TARGETED_ADVERTISING);
      said(name, "SensitiveDataProcessing", OptOut.SENSITIVE_DATA);
      said(name, "PersonalDataConsents", OptOut.FURTHER_USES);
      said(name, "AdditionalDataProcessingConsent", OptOut.FURTHER_USES);
    }
  }

  private void said(String section, String field, OptOut expected) {
    var model = new GppModel();
    model.setFieldValue(section, "MspaCoveredTransaction", 1);
    if (!model.hasField(section, field)) {
      return;
    }
    Map<Integer, Set<OptOut>> expectations = Map.of(0, Set.of(), 1, Set.of(expected), 2, Set.of());
    expectations.forEach((value, optOuts) -> {
      Sent sent = aside.read(written(section, field, value));
      assertThat(sent.optOuts()).as("%s %s %d", section, field, value).isEqualTo(optOuts);
      assertThat(sent.unread()).as("%s %s %d", section, field, value).isEmpty();
      assertThat(sent.gpc()).isFalse();
      assertThat(sent.child()).isFalse();
    });
  }

  /// Sets the last of several values, which a reading of the first alone would miss.
  private static String written(String section, String field, int value) {
    var model = new GppModel();
    model.setFieldValue(section, "MspaCoveredTransaction", 1);
    if (model.getFieldValue(section, field) instanceof List<?> list) {
      List<Integer> values = new ArrayList<>(Collections.nCopies(list.size(), 0));
      values.set(list.size() - 1, value);
      model.setFieldValue(section, field, values);
    } else {
      model.setFieldValue(section, field, value);
    }
    return model.encode();
  }

  @Test
  void aValueThatMeansNothingIsANo() {
    Sent sent = aside.read("DBABLA~BAA_AAAAAABA");
    assertThat(sent.optOuts()).contains(OptOut.SALE, OptOut.SHARING, OptOut.TARGETED_ADVERTISING);
  }

  @Test
  void aKnownChildIsOneWhateverWasConsentedFor() {
    for (int id = 7; id <= 22; id++) {
      String name = Sections.SECTION_ID_NAME_MAP.getOrDefault(id, "");
      for (int value = 1; value <= 2; value++) {
        Sent sent = aside.read(written(name, "KnownChildSensitiveDataConsents", value));
        assertThat(sent.child()).as("%s %d", name, value).isTrue();
        assertThat(sent.unread()).isEmpty();
      }
    }
  }

  @Test
  void theGpcPartOfASectionCountsAsTheSignal() {
    int carrying = 0;
    for (int id = 7; id <= 22; id++) {
      String name = Sections.SECTION_ID_NAME_MAP.getOrDefault(id, "");
      var model = new GppModel();
      model.setFieldValue(name, "MspaCoveredTransaction", 1);
      if (model.hasField(name, "Gpc")) {
        carrying++;
        model.setFieldValue(name, "Gpc", true);
        assertThat(aside.read(model.encode()).gpc()).as(name).isTrue();
        model.setFieldValue(name, "Gpc", false);
        assertThat(aside.read(model.encode()).gpc()).as(name).isFalse();
      }
    }
    assertThat(carrying).isEqualTo(13);
  }

  /// The two strings of iabgpp-java's issue 77, on which the library alone fails.
  @Test
  void theOldLayoutOfTheNationalSectionIsRead() {
    Sent out = aside.read("DBABL~BVQVAAAAAg");
    assertThat(out.unread()).isEmpty();
    assertThat(out.optOuts())
        .containsExactlyInAnyOrder(OptOut.SALE, OptOut.SHARING, OptOut.TARGETED_ADVERTISING);
    Sent in = aside.read("DBABL~BVQqAAAAAg");
    assertThat(in.unread()).isEmpty();
    assertThat(in.optOuts()).isEmpty();
    assertThat(in.child()).isFalse();
  }

  @Test
  void theOldSaleLettersAreRead() {
    assertThat(aside.read("DBABTA~1YYN").optOuts()).containsExactly(OptOut.SALE);
    assertThat(aside.read("DBABTA~1YNN").optOuts()).isEmpty();
    assertThat(aside.read("DBABTA~1---").optOuts()).isEmpty();
    assertThat(aside.read("DBABTA~1YXN").unread()).hasSize(1);
  }

  @Test
  void theEuropeanSectionIsATcfString() {
    String tcf = Written.tcf(Set.of(1, 5));
    Sent sent = aside.read(Written.european(tcf));
    assertThat(sent.tcf()).isEqualTo(Tcf.said(Set.of(1, 5), Set.of()));
    assertThat(sent.heard()).containsExactly(Carrier.GPP);
    assertThat(aside.read(Written.european("B" + tcf.substring(1))).tcf())
        .isEqualTo(new Tcf.Closed());
  }

  @Test
  void onlyExpressedConsentOfTheCanadianSectionCounts() {
    for (long seed = 0; seed < 300; seed++) {
      RandomGenerator chance = new SplittableRandom(seed);
      List<Boolean> expressed = new ArrayList<>();
      Set<Integer> consented = new HashSet<>();
      for (int purpose = 1; purpose <= 24; purpose++) {
        expressed.add(chance.nextBoolean());
        if (expressed.getLast()) {
          consented.add(purpose);
        }
      }
      var model = new GppModel();
      model.setFieldValue("tcfcav1", "PurposesExpressConsent", expressed);
      model.setFieldValue("tcfcav1", "PurposesImpliedConsent", Collections.nCopies(24, true));
      Sent sent = aside.read(model.encode());
      assertThat(sent.tcf()).as("seed %d", seed).isEqualTo(Tcf.said(consented, consented));
    }
  }

  @Test
  void severalSectionsSayNoTogether() {
    var model = new GppModel();
    model.setFieldValue("usca", "SharingOptOut", 1);
    model.setFieldValue("usnat", "SaleOptOut", 1);
    model.setFieldValue("usva", "TargetedAdvertisingOptOut", 2);
    Sent sent = aside.read(model.encode());
    assertThat(sent.optOuts()).containsExactlyInAnyOrder(OptOut.SALE, OptOut.SHARING);
    assertThat(sent.unread()).isEmpty();
  }

  @Test
  void whatCannotBeReadSaysNoToEverything() {
    String good = Written.gpp("usca", "SaleOptOut", 2);
    assertThat(aside.read(good).unread()).isEmpty();
    for (String text :
        List.of(
            "RandomString",
            "xyAFz220~r",
            "CP48G0AP48G0AEsACCPLAkEgAAAAAEPgAB5YAAAQaQD2F2K2kKFkPCmQWYAQBCijYEAhQAAAAkCBIAAgAUgQAg",
            "DB",
            "DBA",
            "DBABL",
            "DBABLA~",
            "DBABrw~~BAAAAABA.QA",
            "DBABMA~",
            "DBABTA~",
            "DBzz",
            "DBABJ.g~BAAAAEA.QA",
            "DB~~~~",
            "~",
            good + "~",
            good + "~BAAAAABA",
            good + ".YA",
            good + "=",
            good.replace("~", "~C"),
            "DBABIY~BAAAAABA",
            good.substring(0, good.indexOf('~')),
            "DBAB" + "w".repeat(200),
            good + "~" + "A".repeat(GppNotation.LONGEST))) {
      Sent sent = aside.read(text);
      assertThat(sent.unread()).as(text).isNotEmpty();
      assertClosed(sent, text);
    }
  }

  static void assertClosed(Sent sent, String text) {
    assertThat(sent.gpc()).as(text).isTrue();
    assertThat(sent.child()).as(text).isTrue();
    assertThat(sent.optOuts()).as(text).containsExactlyInAnyOrder(OptOut.values());
    assertThat(sent.tcf()).as(text).isEqualTo(new Tcf.Closed());
  }
}
