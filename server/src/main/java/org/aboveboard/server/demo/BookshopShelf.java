package org.aboveboard.server.demo;

import java.util.List;
import java.util.regex.Pattern;

/// One shelf of the bookshop, with the words its titles are made of.
///
/// A title is a pattern with one `first` (`{a}`) and one `second` (`{b}`) word; each pair of words
/// is used once, so that no two titles are alike.
record BookshopShelf(
    String label, List<String> firsts, List<String> seconds, List<String> patterns, String about) {
  static final BookshopShelf SEA =
      shelf(
          "Sea stories",
          "Salt, Tide, Harbour, Lantern, Gull, Driftwood, Anchor, Storm, North, Wrack, Shingle, Ebb,"
              + " Lowtide, Pilot, Amber, Herring",
          "Road, Tables, Light, Chart, Letters, Crossing, House, Bell, Wake, Song, Ferry, Watch,"
              + " Daughter, Mile, Logbook, Winter",
          "The {a} {b}|{a} {b}|The {a} {b}|Beyond the {a} {b}|The Last {a} {b}",
          "A story of boats, weather and the people who wait on the quay.");

  static final BookshopShelf NATURE =
      shelf(
          "Nature",
          "Hedge, Owl, River, Moss, Badger, Meadow, Heron, Fen, Bramble, Otter, Birch, Skylark, Chalk,"
              + " Moth, Acorn, Puddle",
          "Notes, Hours, Diary, Paths, Country, Year, Walks, Maps, Almanac, Company, Lessons, Songs,"
              + " Watching, Weather, Ground, Seasons",
          "{a} {b}|The {a} {b}|{a} {b}|More {a} {b}|My {a} {b}",
          "Close looking, out of doors, one season after another.");

  static final BookshopShelf CRIME =
      shelf(
          "Crime",
          "Lantern, Velvet, Borrowed, Silent, Ninth, Paper, Glass, Crooked, Midnight, Missing, Painted,"
              + " Cold, Second, Locked, Quiet, Ashen",
          "Alibi, Key, Witness, Window, Ledger, Inspector, Garden, Verdict, Umbrella, Staircase,"
              + " Telegram, Lodger, Clue, Guest, Platform, Will",
          "The {a} {b}|The {a} {b}|The Case of the {a} {b}|{a} {b}|Death of a {a} {b}",
          "Somebody in the house knows more than they say.");

  static final BookshopShelf HISTORY =
      shelf(
          "History",
          "Copper, Wool, Iron, Market, Bridge, Mill, Silver, Parish, Canal, Postal, Salt, Barley, Coal,"
              + " Paper, Orchard, Ferry",
          "Roads, Years, Kingdoms, Towns, Workers, Wars, Letters, Trade, Houses, Makers, Centuries,"
              + " Rebels, Bells, Tolls, Streets, Winters",
          "The {a} {b}|{a} {b}: A History|The {a} {b}|How the {a} {b} Began|A Short Book of {a} {b}",
          "How ordinary work made the places we live in.");

  static final BookshopShelf POETRY =
      shelf(
          "Poetry",
          "Small, Blue, Hollow, Early, Feather, Unlit, Thin, Winter, Soft, Rain, Wild, Evening, Plain,"
              + " Bone, Honey, Far",
          "Hours, Psalms, Doors, Weather, Grammar, Rooms, Bread, Birds, Thunder, Questions, Orchards,"
              + " Silences, Lamps, Hands, Stars, Sleep",
          "{a} {b}|{a} {b}|The {a} {b}|Ode to {a} {b}|After {a} {b}",
          "Short poems to read aloud, and then again.");

  static final BookshopShelf COOKING =
      shelf(
          "Cooking",
          "Winter, Bread, One-Pot, Orchard, Sunday, Market, Smoke, Pepper, Slow, Island, Copper, Garden,"
              + " Plum, Honest, Green, Seaside",
          "Pantry, Kitchen, Suppers, Table, Oven, Larder, Feast, Soups, Bakes, Pickles, Basket, Stove,"
              + " Plates, Picnics, Breakfasts, Puddings",
          "The {a} {b}|{a} {b}|The {a} {b} Book|A Little {a} {b}|Everyday {a} {b}",
          "Recipes that fit on one page, with what to do when it goes wrong.");

  static final BookshopShelf GARDEN =
      shelf(
          "Gardening",
          "Kitchen, Balcony, Shady, Walled, Pocket, Wild, Dry, Rooftop, Cottage, Seed, Rose, Apple, Bee,"
              + " Compost, Climbing, Frost",
          "Garden, Borders, Beds, Calendar, Grower, Pots, Handbook, Corner, Harvest, Paths, Ponds,"
              + " Hedges, Plot, Greenhouse, Gate, Shed",
          "The {a} {b}|{a} {b}|The {a} {b} Year|A {a} {b} of One's Own|Notes from a {a} {b}",
          "What to plant, when, and what to leave alone.");

  static final BookshopShelf TRAVEL =
      shelf(
          "Travel",
          "Night, Slow, Northern, Island, Mountain, Desert, Border, Rail, Southern, Coastal, Forest,"
              + " Empty, Long, Old, Eastern, River",
          "Train, Road, Crossing, Pass, Bus, Map, Station, Pilgrim, Bridge, Miles, Hotel, Compass, Mule,"
              + " Lighthouse, Steppe, Harbours",
          "The {a} {b}|{a} {b}|By the {a} {b}|Beyond the {a} {b}|Notes from the {a} {b}",
          "A long way, on foot or by slow trains, with good company.");

  static final BookshopShelf SCIENCE =
      shelf(
          "Science",
          "Curious, Restless, Hidden, Tiny, Patient, Quantum, Living, Falling, Elastic, Electric, Deep,"
              + " Frozen, Counting, Invisible, Magnetic, Spinning",
          "Atom, Clock, Planet, Cell, Number, Light, Ocean, Brain, Shadow, Pendulum, Comet, Crystal,"
              + " Machine, Map, Orbit, Signal",
          "The {a} {b}|The {a} {b}|The {a} {b}: How We Know|Inside the {a} {b}|A {a} {b}",
          "How we came to know it, and what we still do not know.");

  static final BookshopShelf CHILDREN =
      shelf(
          "Children's books",
          "Grumpy, Tiny, Brave, Sleepy, Muddy, Purple, Flying, Lost, Noisy, Upside-Down, Hungry, Polite,"
              + " Wobbly, Snowy, Singing, Secret",
          "Badger, Bear, Boat, Dragon, Giraffe, Hedgehog, Bus, Moon, Penguin, Wizard, Goose, Kite,"
              + " Snail, Teapot, Whale, Rocket",
          "The {a} {b}|The {a} {b}|{a} {b} Says Goodnight|Where Is the {a} {b}?|Look, a {a} {b}!",
          "To read together, with pictures and a good last page.");

  static final BookshopShelf FANTASY =
      shelf(
          "Fantasy",
          "Ember, Thorn, Silver, Hollow, Raven, Star, Ash, Crown, Moss, Frost, Bone, Mirror, Wolf, Glass,"
              + " Dusk, Oath",
          "Gate, Throne, Witch, Blade, Forest, Court, Singer, Tower, Heir, Song, Road, Thief, Keeper,"
              + " War, Queen, Library",
          "The {a} {b}|{a} {b}|The {a} {b}|Daughter of the {a} {b}|The {a} {b} Returns",
          "A long road, an old promise and something awake under the hill.");

  static final BookshopShelf FAMILY =
      shelf(
          "Family stories",
          "Sunday, Corner, Borrowed, Yellow, Upstairs, Autumn, Spare, Lemon, Second, Garden, Ordinary,"
              + " Wedding, Kitchen, Summer, Small, Unsent",
          "House, Letters, Chairs, Sisters, Room, Window, Neighbours, Cousins, Piano, Promise, Shop,"
              + " Lodgers, Photographs, Table, Orchard, Goodbyes",
          "The {a} {b}|{a} {b}|The {a} {b}|All the {a} {b}|What the {a} {b} Knew",
          "Three generations, one house and a thing nobody has said yet.");

  /// All shelves, in the order they stand in.
  static final List<BookshopShelf> ALL =
      List.of(
          SEA, NATURE, CRIME, HISTORY, POETRY, COOKING, GARDEN, TRAVEL, SCIENCE, CHILDREN, FANTASY,
          FAMILY);

  private static final Pattern ONE = Pattern.compile("\\b[Aa] (Little )?\\{a}");
  private static final Pattern MANY = Pattern.compile("\\b(All the|More) \\{a}");
  private static final Pattern A_BEFORE_A_VOWEL = Pattern.compile("\\b([Aa]) (?=[AEIOUaeiou])");

  /// Every shelf has this many patterns.
  static final int PATTERNS = 5;

  private static BookshopShelf shelf(
      String label, String firsts, String seconds, String patterns, String about) {
    return new BookshopShelf(
        label,
        List.of(firsts.split(", *")),
        List.of(seconds.split(", *")),
        List.of(patterns.split("\\|")),
        about);
  }

  /// Where the shelf stands, from 0.
  int place() {
    return ALL.indexOf(this);
  }

  /// Where the shelf of this label stands, from 0.
  static int placeOf(String label) {
    int place = 0;
    while (!ALL.get(place).label().equals(label)) {
      place++;
    }
    return place;
  }

  /// How many pairs of words there are.
  int pairs() {
    return firsts.size() * seconds.size();
  }

  /// The title of this pair of words; where the pattern asks for one and the word means many, or
  /// the other way round, the first pattern serves.
  String title(int pair, int pattern) {
    String first = firsts.get(pair % firsts.size());
    String second = seconds.get(pair / firsts.size());
    String wanted = patterns.get(pattern);
    boolean isMany = second.endsWith("s") && !second.endsWith("ss");
    boolean agrees = isMany ? !ONE.matcher(wanted).find() : !MANY.matcher(wanted).find();
    String title =
        (agrees ? wanted : patterns.getFirst()).replace("{a}", first).replace("{b}", second);
    return A_BEFORE_A_VOWEL.matcher(title).replaceAll("$1n ");
  }
}
