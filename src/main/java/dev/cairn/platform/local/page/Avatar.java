package dev.cairn.platform.local.page;

import static j2html.TagCreator.span;

import dev.cairn.platform.local.LocalMember;
import j2html.tags.DomContent;
import java.util.Locale;

/** A pebble with a member's initials. */
final class Avatar {
  private static final int COLORS = 6;

  private Avatar() {}

  static DomContent of(LocalMember member) {
    return span(initials(member.name()))
        .withClass("avatar color-" + Math.floorMod(member.id().hashCode(), COLORS))
        .attr("aria-hidden", "true");
  }

  static DomContent ofCairn() {
    return span(Icon.CAIRN.draw()).withClass("avatar cairn").attr("aria-hidden", "true");
  }

  private static String initials(String name) {
    int end = name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0, name.length())));
    return name.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
