package org.aboveboard.server.command;

import java.util.List;
import java.util.stream.Collectors;
import org.aboveboard.server.House;
import org.aboveboard.server.key.Rolled;

/// `roll`: turns to the next epoch at once, on a stopped instance or beside the running server.
///
/// The house is opened, so that whom a restored backup brought back is erased again before.
final class RollCommand implements Command {
  @Override
  public String name() {
    return "roll";
  }

  @Override
  public String line() {
    return "wraps everybody's key anew and destroys the old epoch's, for good";
  }

  @Override
  public List<Option> options() {
    return List.of(Instance.STORE_OPTIONS.get(0), Instance.STORE_OPTIONS.get(2));
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) throws Exception {
    arguments.noWords();
    Instance.requireKeys(Instance.options(arguments, terminal));
    try (House house = Instance.join(Instance.options(arguments, terminal), terminal)) {
      return tell(house.roll().roll(), terminal);
    }
  }

  private static int tell(Rolled rolled, Terminal terminal) {
    return switch (rolled) {
      case Rolled.Done(int epoch, long rewrapped, List<Integer> destroyed) -> {
        terminal.say("Epoch %d: %,d keys wrapped anew.", epoch, rewrapped);
        terminal.say(
            destroyed.isEmpty()
                ? "There was no older epoch to destroy."
                : "Destroyed: epoch "
                    + destroyed.stream().map(String::valueOf).collect(Collectors.joining(", "))
                    + ". Who was erased in it is erased everywhere, and older backups have ended.");
        terminal.say("Make a new backup, and renew the copy of the key folder.");
        yield Main.DONE;
      }
      case Rolled.Left(int epoch, long keys) -> {
        terminal.say(
            "%,d keys could not be taken into epoch %d: their people are being erased.",
            keys, epoch);
        terminal.say("Nothing is destroyed yet. Type this again when they are.");
        yield Main.FAILED;
      }
      case Rolled.Busy() -> {
        terminal.say("Another roll is under way. Let it end.");
        yield Main.FAILED;
      }
    };
  }
}
