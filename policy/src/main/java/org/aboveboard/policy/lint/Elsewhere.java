package org.aboveboard.policy.lint;

import static org.aboveboard.policy.lint.Held.CONSTRUCTOR;
import static org.aboveboard.policy.lint.Held.PAGES;
import static org.aboveboard.policy.lint.Held.READER;
import static org.aboveboard.policy.lint.Held.RUNTIME;
import static org.aboveboard.policy.lint.Rule.held;
import static org.aboveboard.policy.lint.Severity.ERROR;

import java.util.List;

/// The rules of fair asking that something else than the linter holds: no policy that can be read
/// breaks them.
final class Elsewhere {
  private static final String SAME =
      "`Prompt`; `PagesTest.theTwoAnswersAreTheSameElementInTheSameDress`";
  private static final String FIVE = "`PromptTest.theFiveFactsComeFromTheDeclaration`";
  private static final String BROWSER = "`JourneyTest.refusingIsAsEasyAsAgreeing`";

  static final List<Rule> ALL =
      List.of(
          held(
              ERROR,
              "DP01",
              "A no is always there, beside the yes.",
              "CCPA regs §7004(a)(2)(C)",
              "`Prompt`: no prompt without one; `Unfair`",
              CONSTRUCTOR,
              READER),
          held(
              ERROR,
              "DP03",
              "A no takes no more steps than a yes, nor does taking it back.",
              "CCPA regs §7004(a)(2)(A)",
              "`Unfair`; `PagesTest.withdrawingIsOnePress`, " + BROWSER,
              READER,
              PAGES),
          held(
              ERROR,
              "DP04",
              "Both answers look alike.",
              "CCPA regs §7004(a)(2)(D)",
              "`Unfair`; " + SAME,
              CONSTRUCTOR,
              READER,
              PAGES),
          held(
              ERROR,
              "DP05",
              "Nothing is chosen beforehand.",
              "EDPB taskforce 2023, type B",
              "`Prompt` has no state; `Unfair`",
              CONSTRUCTOR,
              READER),
          held(
              ERROR,
              "DP08",
              "What does not rest on a yes is no toggle.",
              "GDPR Art. 7(3)",
              "`Prompt.of` refuses it; `Unfair`",
              CONSTRUCTOR,
              READER),
          held(
              ERROR,
              "DP10",
              "The answers always stand in the same order.",
              "CCPA regs §7004(a)(3)(C)",
              "`Prompt.words`: the no first; `Unfair`",
              CONSTRUCTOR,
              READER),
          held(
              ERROR,
              "DP12",
              "The choice can be changed from every page.",
              "CCPA regs §7004(a)(5)",
              "`PagesTest.privacyOptionsAreInTheSamePlace`",
              PAGES),
          held(
              ERROR,
              "DP23",
              "Whose browser says no is not asked.",
              "Global Privacy Control",
              "`Ask`; `ResolutionTest.globalPrivacyControlIsANo`",
              RUNTIME),
          held(
              ERROR,
              "L1",
              "Yes and no are the same element in the same dress.",
              "Nouwens 2020",
              SAME,
              PAGES),
          held(
              ERROR,
              "L2",
              "Both answers can be read equally well.",
              "WCAG 2.2, 1.4.3",
              "`PaletteTest.textCanBeReadOnEveryGround`",
              PAGES),
          held(ERROR, "L3", "A no and a yes are one press each.", "Nouwens 2020", BROWSER, PAGES),
          held(
              ERROR,
              "L4",
              "Nothing is pressed beforehand, nor by waiting.",
              "Utz 2019",
              "`Prompt` has no state; `Unfair` (DP05, DP07)",
              CONSTRUCTOR,
              READER),
          held(
              ERROR,
              "L5",
              "A question is about one purpose.",
              "Utz 2019",
              "`Prompt` has one",
              CONSTRUCTOR),
          held(
              ERROR,
              "L6",
              "Five facts stand in it: purpose, data, time, who, and what if not.",
              "Utz 2019",
              FIVE,
              CONSTRUCTOR),
          held(
              ERROR,
              "L11",
              "One question a visit, and none again for half a year after a no.",
              "Bilogrevic 2021",
              "`Ask`; DP20, DP22",
              RUNTIME),
          held(
              ERROR,
              "L12",
              "It works without script and from the keyboard.",
              "WCAG 2.2, 2.1.1",
              "`JourneyTest.askedFairlyThenSeenThenExplainedThenGone`, `JourneyTest.everybodyCanUseIt`",
              PAGES));

  private Elsewhere() {}
}
