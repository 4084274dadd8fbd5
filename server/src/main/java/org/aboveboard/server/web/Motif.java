package org.aboveboard.server.web;

/// What is drawn on a cover, in the lower two thirds of 200 by 300.
enum Motif {
  WAVES(
      """
      <path d="M0 190q25-22 50 0t50 0 50 0 50 0v70H0z" opacity=".55"/>\
      <path d="M0 215q25-22 50 0t50 0 50 0 50 0v45H0z" opacity=".8"/>\
      <path d="M-25 240q25-22 50 0t50 0 50 0 50 0 50 0v20H-25z"/>\
      """),
  HILLS(
      """
      <circle cx="146" cy="150" r="20" opacity=".7"/>\
      <path d="M0 230l60-70 45 50 35-36 60 56v30H0z" opacity=".6"/><path d="M0 250l70-38 60 30 70-34v52H0z"/>\
      """),
  SUN(
      """
      <circle cx="100" cy="195" r="44"/>\
      <path d="M20 260h160v-3H20zM36 250h128v-3H36z" opacity=".6"/>\
      """),
  STRIPES(
      """
      <path d="M18 132h164v9H18zM18 152h140v9H18zM18 172h116v9H18zM18 192h92v9H18z"/>\
      <path d="M18 212h68v9H18zM18 232h44v9H18z" opacity=".7"/>\
      """),
  RINGS(
      """
      <g fill="none" stroke-width="5"><circle cx="140" cy="205" r="56" opacity=".4"/>\
      <circle cx="140" cy="205" r="42" opacity=".6"/><circle cx="140" cy="205" r="28" opacity=".8"/></g>\
      <circle cx="140" cy="205" r="12"/>\
      """),
  LEAF(
      """
      <path d="M60 250C50 180 100 140 160 140c4 60-30 110-100 110z"/>\
      <path d="M44 266L150 152l3 3L47 269z" opacity=".6"/>\
      """),
  ROOFS(
      """
      <path d="M18 260v-70l28-24 28 24v70z" opacity=".6"/><path d="M70 260v-96l30-26 30 26v96z"/>\
      <path d="M126 260v-62l28-24 28 24v62z" opacity=".8"/>\
      """),
  PATH(
      """
      <path d="M86 130c50 20-50 44 0 70s30 40-6 60h40c40-20 46-44-2-66s50-50-14-64z"/>\
      """),
  BIRDS(
      """
      <g fill="none" stroke-width="5" stroke-linecap="round"><path d="M24 190q16-18 28 0 14-18 28 0"/>\
      <path d="M86 152q14-16 25 0 12-16 25 0" opacity=".8"/><path d="M112 222q20-22 34 0 18-22 34 0"/></g>\
      """),
  DOTS(
      """
      <circle cx="40" cy="160" r="14"/><circle cx="100" cy="160" r="14" opacity=".7"/>\
      <circle cx="160" cy="160" r="14" opacity=".45"/><circle cx="40" cy="210" r="14" opacity=".7"/>\
      <circle cx="100" cy="210" r="14"/><circle cx="160" cy="210" r="14" opacity=".7"/>\
      """),
  MOON(
      """
      <path d="M130 130a62 62 0 1 0 30 100 54 54 0 1 1-30-100z"/>\
      """),
  WINDOW(
      """
      <path d="M50 260v-80a50 50 0 0 1 100 0v80z" opacity=".45"/>\
      <path d="M50 260v-80a50 50 0 0 1 47-50v130zM103 130a50 50 0 0 1 47 50v14h-47z"/>\
      """);

  private final String shapes;

  Motif(String shapes) {
    this.shapes = shapes;
  }

  String shapes() {
    return shapes;
  }
}
