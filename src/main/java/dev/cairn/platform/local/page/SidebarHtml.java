package dev.cairn.platform.local.page;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import dev.cairn.platform.local.LocalMember;
import dev.cairn.platform.local.playground.Channel;
import dev.cairn.platform.local.playground.Playground;
import dev.cairn.platform.local.playground.Viewpoint;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.UlTag;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The list of channels and the list of members to speak as. */
final class SidebarHtml {
  private final Playground playground;

  SidebarHtml(Playground playground) {
    this.playground = playground;
  }

  /** The channels that a member sees, with how much is unread in each. */
  UlTag channels(Viewpoint from) {
    return ul(each(
            playground.community().channelsOf(from.member()),
            channel -> li(channel(from, channel))))
        .withId("channels");
  }

  /** The members, one link each. */
  UlTag members(Viewpoint from) {
    return ul(each(playground.community().members(), member -> li(member(from, member))))
        .withId("members");
  }

  private ATag channel(Viewpoint from, Channel channel) {
    long unread = playground.timeline().unread(new Viewpoint(from.member(), channel));
    return current(
        a(
                icon(channel),
                span(channel.name()),
                iff(
                    unread > 0,
                    span(Long.toString(unread))
                        .withClass("unread")
                        .attr("aria-label", unread + " unread")))
            .withHref(address(new Viewpoint(from.member(), channel))),
        channel.equals(from.channel()));
  }

  private ATag member(Viewpoint from, LocalMember member) {
    return current(
        a(Avatar.of(member), span(member.name()))
            .withHref(address(elsewhere(from, member)))
            .withTitle(member.moderator() ? "moderator" : "member"),
        member.equals(from.member()));
  }

  /** Where a member is when one begins to speak as them: in the same channel, if they may be. */
  private Viewpoint elsewhere(Viewpoint from, LocalMember member) {
    if (from.channel().isDirect()) {
      return new Viewpoint(member, Channel.direct(member));
    }
    return from.channel().admits(member)
        ? new Viewpoint(member, from.channel())
        : new Viewpoint(member, playground.community().channels().getFirst());
  }

  private static ATag current(ATag link, boolean current) {
    return current ? link.attr("aria-current", "page") : link;
  }

  private static DomContent icon(Channel channel) {
    if (channel.isDirect()) {
      return Icon.CAIRN.draw();
    }
    return channel.moderatorsOnly() ? Icon.SHIELD.draw() : Icon.HASH.draw();
  }

  /** The address of the page that shows a viewpoint. */
  static String address(Viewpoint from) {
    String channel =
        from.channel().isDirect() ? "/direct" : "/channels/" + encoded(from.channel().id());
    return channel + "?as=" + encoded(from.member().id());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
