package org.aboveboard.policy.map;

/// Room in the models' lane for the lines of a purpose that go past every model.
public record Pass(String id) implements Stop {
  static Pass of(String box) {
    return new Pass("past-models-" + box);
  }

  @Override
  public Lane lane() {
    return Lane.MODEL;
  }
}
