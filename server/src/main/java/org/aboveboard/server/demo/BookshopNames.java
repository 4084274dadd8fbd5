package org.aboveboard.server.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/// Makes up names of authors and publishers out of words for landscape, so that they are nobody's.
final class BookshopNames {
  private static final List<String> GIVEN =
      words(
          "Ilva Maren Tobin Oswin Yara Perrin Sanna Corvin Liesa Ode Brannoc Wilda Tamsy Eskil Noa"
              + " Junia Fenn Halla Ruvo Miro Sefa Aldin Tirza Kestra Ivo Lowri Bexley Orin Zelda"
              + " Pasco Runa Edda Jory Amias Velia Hesper Nils Quilla Dorrit Sorrel");
  private static final List<String> HEADS =
      words(
          "Salt Thorn Ash Marl Fern Gorse Wren Lark Dun Holt Mere Peat Flint Rook Sedge Teal Yarrow"
              + " Hazel Cinder Barrow Lin Oat Quill Sand Tarn Vane Wick Elder Plover Cobble");
  private static final List<String> TAILS =
      words(
          "quay marsh wick hollow mere stead croft ford ridge holm water gate lea by bank field moor"
              + " stone shaw ness");
  private static final List<String> LARGE =
      List.of("Crown Tern Books", "Northbeam House", "Atlas & Anchor", "Greatwater Publishing");
  private static final List<String> HOUSES =
      List.of("Press", "Books", "Editions", "& Daughters", "Paper Works", "House");

  private BookshopNames() {}

  private static List<String> words(String spaced) {
    return List.of(spaced.split(" "));
  }

  static String author(RandomGenerator chance) {
    return any(GIVEN, chance) + " " + place(chance);
  }

  /// The publishers: as many large ones as there are names for, the others small.
  static String publisher(int number, RandomGenerator chance) {
    return number < LARGE.size() ? LARGE.get(number) : place(chance) + " " + any(HOUSES, chance);
  }

  static int largePublishers() {
    return LARGE.size();
  }

  /// A word for a place; never the same letter on both sides of the joint.
  private static String place(RandomGenerator chance) {
    String head = any(HEADS, chance);
    String tail = any(TAILS, chance);
    while (head.charAt(head.length() - 1) == tail.charAt(0)) {
      tail = any(TAILS, chance);
    }
    return head + tail;
  }

  private static String any(List<String> words, RandomGenerator chance) {
    return words.get(chance.nextInt(words.size()));
  }
}
