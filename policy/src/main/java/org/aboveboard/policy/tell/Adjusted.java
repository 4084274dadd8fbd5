package org.aboveboard.policy.tell;

import java.util.Optional;
import org.aboveboard.policy.Category;
import org.aboveboard.policy.Groups;
import org.aboveboard.policy.Language;
import org.aboveboard.policy.Policy;
import org.aboveboard.policy.Text;

/// Why something stands where it stands in a list, where it is not for what suits a person best.
public sealed interface Adjusted {

  /// The reason in a language, to stand behind an item: "small publishers must be seen".
  String in(Language language);

  /// Moved up while its group of providers was shown too little.
  record Corrected(Text group) implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_CORRECTED.in(language, group.in(language));
    }
  }

  /// Moved up because its group of providers has a least share.
  record Lifted(Text group) implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_LIFTED.in(language, group.in(language));
    }
  }

  /// Moved up so that the list has the kinds its person chooses in their shares.
  record Calibrated() implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_CALIBRATED.in(language);
    }
  }

  /// Moved up as it is unlike what stands above it.
  record Diverse() implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_DIVERSE.in(language);
    }
  }

  /// Moved up as fewer people chose it than what it was moved above.
  record LessKnown() implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_LESS_KNOWN.in(language);
    }
  }

  /// Drawn by chance.
  record Explored() implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_EXPLORED.in(language);
    }
  }

  /// Moved up in place of one too many of a kind.
  record Capped(String kind, Optional<Text> label) implements Adjusted {
    @Override
    public String in(Language language) {
      return FairPhrase.WHY_CAPPED.in(language, label.map(text -> text.in(language)).orElse(kind));
    }
  }

  /// A correction for a value of groups, if they have it.
  static Optional<Adjusted> corrected(Groups groups, String value) {
    return Optional.ofNullable(groups.values().get(value)).map(Corrected::new);
  }

  /// A least share of a value of groups, if they have it.
  static Optional<Adjusted> lifted(Groups groups, String value) {
    return Optional.ofNullable(groups.values().get(value)).map(Lifted::new);
  }

  /// A cap of a kind, which is a category of the policy or of the catalogue.
  static Adjusted capped(Policy policy, String kind) {
    return new Capped(kind, policy.category(kind).map(Category::label));
  }
}
