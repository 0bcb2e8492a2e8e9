package dev.cairn.platform.local.page;

import static j2html.TagCreator.tag;

import j2html.tags.DomContent;
import java.util.Locale;

/** The pictograms of the page, drawn in {@code playground/icons.svg}. */
enum Icon {
  HASH,
  SHIELD,
  EYE,
  CLOCK,
  SUN,
  MOON,
  SEND,
  CHEVRON,
  EXTERNAL,
  PIN,
  CLOSE,
  SOURCE,
  CAIRN;

  /** Draws it; it says nothing to a screen reader. */
  DomContent draw() {
    return tag("svg")
        .withClass("icon icon-" + key())
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(tag("use").attr("href", "#icon-" + key()));
  }

  private String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
