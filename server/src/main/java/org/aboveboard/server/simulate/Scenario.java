package org.aboveboard.server.simulate;

/// What is simulated, as a file of `scenarios/` says it. Two runs of one scenario are alike.
///
/// @param name what its file is called
/// @param question what one wants to know
/// @param policy a policy's folder, or the name of one that came with Aboveboard
/// @param surface where lists are shown
/// @param seed what chance depends on
/// @param people how many of them
/// @param items how many of them
/// @param rounds how often everybody is shown a list and the model learns from what they did
/// @param listLength how many items a list has
/// @param acceptance the chance that somebody takes something from a list
/// @param byThemselves the chance that somebody who did not finds something by themselves
/// @param ridge the model's ridge
/// @param start what was done before the first round
/// @param happens what happens on the way
public record Scenario(
    String name,
    String question,
    String policy,
    String surface,
    long seed,
    int people,
    int items,
    int rounds,
    int listLength,
    double acceptance,
    double byThemselves,
    double ridge,
    Start start,
    Happening happens) {

  /// How the catalogue was shown before the first round.
  ///
  /// @param shown how many items each person has acted on
  /// @param largeIsShown how often an item of a large publisher was shown to somebody for each time
  ///   that an equally good one of a small publisher was
  public record Start(int shown, double largeIsShown) {}

  /// The same with another seed, under another policy.
  public Scenario with(long otherSeed, String otherPolicy) {
    return new Scenario(
        name,
        question,
        otherPolicy,
        surface,
        otherSeed,
        people,
        items,
        rounds,
        listLength,
        acceptance,
        byThemselves,
        ridge,
        start,
        happens);
  }
}
