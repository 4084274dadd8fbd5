package org.aboveboard.server.evaluation;

import org.aboveboard.server.web.Markup;

/// The frame of a page that is a file: its own style, light or dark, and nothing from elsewhere.
public final class Page {
  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1b1d23; --paper: #fbfaf6; --rule: #d5d3cb; --blue: #1f3494; --muted: #5b5f68 }
      @media (prefers-color-scheme: dark) { :root { --ink: #e9e8e4; --paper: #16181d; --rule: #3a3d45; --blue: #a9b8ff; --muted: #a5a8b0 } }
      body { font: 1.0625rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 56rem; margin: 2rem auto; padding: 0 1.25rem }
      h1 { font-size: 2rem; line-height: 1.2 } h2 { font-size: 1.25rem; margin: 2.5rem 0 .25rem } p { max-width: 44rem; margin: .25rem 0 .75rem }
      figure { margin: 0 } .small { font-size: .9rem } .muted { color: var(--muted) }
      .bars { list-style: none; margin: .75rem 0; padding: 0 }
      .bars li { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr 5rem; gap: .25rem 1rem; align-items: center; min-height: 2rem }
      .bars svg { display: block; width: 100%; height: 1.25rem } .bars .value { text-align: right; font-variant-numeric: tabular-nums }
      .bars .even { color: var(--muted); font-size: .9rem }
      .zero, .limit { stroke: var(--muted); stroke-width: 1; vector-effect: non-scaling-stroke } .rule { stroke: var(--rule) }
      .up, .chosen { fill: var(--blue) } .faded { fill: var(--blue); opacity: .28 } .other { fill: none; stroke: var(--blue); stroke-width: 2 }
      .gate { fill: var(--blue); opacity: .08 } .middle { fill: none; stroke: var(--blue); stroke-width: 2 }
      .second { stroke-dasharray: 7 4 } .third { stroke-dasharray: 2 4 }
      .plot { display: block; width: 100%; height: auto } .plot text { fill: var(--ink); font-size: 13px }
      table { border-collapse: collapse; margin: .5rem 0 } th, td { text-align: left; padding: .3rem 1.25rem .3rem 0; border-bottom: 1px solid var(--rule); font-weight: 400 }
      thead th { font-weight: 600 } .n { text-align: right; font-variant-numeric: tabular-nums } summary { cursor: pointer; color: var(--blue) }
      @media (max-width: 36rem) { .bars li { grid-template-columns: 1fr max-content } .bars .label, .bars .drawn { grid-column: 1 / -1 } .plot text { font-size: 20px } }
      @media print { details > * { display: block } figure { break-inside: avoid } }
      """;

  private Page() {}

  public static String of(String title, String body) {
    String head =
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        """;
    return head
        + "<title>"
        + Markup.text(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style></head>\n<body><main>"
        + body
        + "</main></body></html>\n";
  }
}
