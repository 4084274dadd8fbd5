package org.aboveboard.server.web;

import java.util.List;

/// A colour of the style sheet, measured: contrast (WCAG 2.2) and difference (CIEDE2000).
///
/// Difference after Sharma, Wu, Dalal (2005); colour-blind vision by Machado, Oliveira, Fernandes
/// (2009), full severity, in linear light.
record Colour(double r, double g, double b) {
  /// One light as an eye mixes it from the three.
  record Mix(double r, double g, double b) {
    double of(Colour colour) {
      return Math.clamp(r * colour.r + g * colour.g + b * colour.b, 0, 1);
    }
  }

  /// How a kind of eye mixes the three lights.
  record Eye(String kind, Mix red, Mix green, Mix blue) {
    static final List<Eye> ALL =
        List.of(
            new Eye("normal", new Mix(1, 0, 0), new Mix(0, 1, 0), new Mix(0, 0, 1)),
            new Eye(
                "protan",
                new Mix(0.152286, 1.052583, -0.204868),
                new Mix(0.114503, 0.786281, 0.099216),
                new Mix(-0.003882, -0.048116, 1.051998)),
            new Eye(
                "deutan",
                new Mix(0.367322, 0.860646, -0.227968),
                new Mix(0.280085, 0.672501, 0.047413),
                new Mix(-0.011820, 0.042940, 0.968881)),
            new Eye(
                "tritan",
                new Mix(1.255528, -0.076749, -0.178779),
                new Mix(-0.078411, 0.930809, 0.147602),
                new Mix(0.004733, 0.691367, 0.303900)));
  }

  /// Linear light of a colour written as #RRGGBB or #RGB.
  static Colour of(String hex) {
    String full = hex.length() == 4 ? hex.replaceAll("([0-9A-Fa-f])", "$1$1") : hex;
    int value = Integer.parseInt(full.substring(1), 16);
    return new Colour(linear(value >> 16), linear(value >> 8 & 255), linear(value & 255));
  }

  private static double linear(int eight) {
    double c = eight / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  Colour seenBy(Eye eye) {
    return new Colour(eye.red.of(this), eye.green.of(this), eye.blue.of(this));
  }

  double contrast(Colour other) {
    double one = luminance() + 0.05;
    double two = other.luminance() + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  private double luminance() {
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  private double[] lab() {
    double x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    double y = curve(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    double z = curve((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double curve(double t) {
    return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  }

  /// CIEDE2000 between this and another.
  double difference(Colour other) {
    double[] p = lab();
    double[] q = other.lab();
    double mean = (Math.hypot(p[1], p[2]) + Math.hypot(q[1], q[2])) / 2;
    double stretch = 1 + 0.5 * (1 - Math.sqrt(seventh(mean)));
    double c1 = Math.hypot(stretch * p[1], p[2]);
    double c2 = Math.hypot(stretch * q[1], q[2]);
    double h1 = hue(p[2], stretch * p[1]);
    double h2 = hue(q[2], stretch * q[1]);
    double turn = c1 * c2 == 0 ? 0 : wrap(h2 - h1);
    double dh = 2 * Math.sqrt(c1 * c2) * Math.sin(Math.toRadians(turn / 2));
    double h = c1 * c2 == 0 ? h1 + h2 : middle(h1, h2);
    double l = (p[0] + q[0]) / 2 - 50;
    double c = (c1 + c2) / 2;
    double t =
        1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.20 * cos(4 * h - 63);
    double sl = (q[0] - p[0]) / (1 + 0.015 * l * l / Math.sqrt(20 + l * l));
    double sc = (c2 - c1) / (1 + 0.045 * c);
    double sh = dh / (1 + 0.015 * c * t);
    double tilt = 30 * Math.exp(-Math.pow((h - 275) / 25, 2));
    double rotate = -2 * Math.sqrt(seventh(c)) * Math.sin(Math.toRadians(2 * tilt));
    return Math.sqrt(sl * sl + sc * sc + sh * sh + rotate * sc * sh);
  }

  private static double seventh(double chroma) {
    double power = Math.pow(chroma, 7);
    return power / (power + Math.pow(25, 7));
  }

  private static double hue(double b, double a) {
    return b == 0 && a == 0 ? 0 : (Math.toDegrees(Math.atan2(b, a)) + 360) % 360;
  }

  private static double wrap(double turn) {
    return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
  }

  private static double middle(double one, double two) {
    double sum = one + two;
    return Math.abs(one - two) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  }

  private static double cos(double degrees) {
    return Math.cos(Math.toRadians(degrees));
  }
}
