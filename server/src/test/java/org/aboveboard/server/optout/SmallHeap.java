package org.aboveboard.server.optout;

import com.iab.gpp.encoder.GppModel;
import java.time.Duration;

/// A program of its own, with little memory, that reads one string by the library or by our door.
final class SmallHeap {
  private SmallHeap() {}

  public static void main(String[] arguments) {
    String text = Written.european(Written.unfolding(Integer.parseInt(arguments[1])));
    System.out.println(text.length() + " letters");
    System.out.println(
        switch (arguments[0]) {
          case "library" -> new GppModel(text).getTcfEuV2Section().getPurposeConsents();
          default -> door(text);
        });
  }

  private static String door(String text) {
    Sent sent = new Aside(new GppNotation(), Runnable::run, Duration.ofSeconds(60), 9).read(text);
    return sent.tcf() + " " + sent.unread();
  }
}
