package dev.cairn.feature.feed;

import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.net.URI;
import java.util.Optional;

/** {@code /blog feed}: the feed from which a member's posts are counted automatically. */
public final class FeedCommand {
  private static final Option<URI> URL =
      Option.optional("url", new OptionType.Url(), "The address of the feed");

  private static final Option<Boolean> OFF =
      Option.optional("off", new OptionType.Flag(), "Stop following it");

  private static final CommandSpec SPEC =
      CommandSpec.personal("blog feed", "Count the new posts of your RSS or Atom feed", URL, OFF)
          .withExamples("blog feed https://asha.example/feed.xml", "blog feed off:true");

  private final Feeds feeds;
  private final Members members;

  public FeedCommand(Feeds feeds, Members members) {
    this.feeds = feeds;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::feed);
  }

  private Reply feed(Request request) {
    Member member = request.member();
    Optional<URI> url = request.get(URL);
    boolean off = request.isSet(OFF);
    if (url.isPresent() && off) {
      throw Refusal.badOption("off", "Give either url or off: follow a feed, or none.");
    }
    if (off) {
      return unfollow(member);
    }
    return url.map(address -> follow(address, request)).orElseGet(() -> show(member));
  }

  private Reply follow(URI url, Request request) {
    boolean begun = feeds.follow(request.member(), url, request.at());
    return Reply.Notice.ok(
            RichText.of(
                begun
                    ? "I will read it in a moment and tell you what I found. The entries that it"
                        + " has by then do not count; each new entry counts as a post."
                    : "I follow that feed already."))
        .with(facts(Optional.of(url)));
  }

  private Reply unfollow(Member member) {
    if (!feeds.unfollow(member)) {
      throw Refusal.of(Problem.CONFLICT, "I follow no feed of yours.");
    }
    return Reply.Notice.ok(
            RichText.of("I no longer follow your feed. The posts counted from it stay."))
        .with(facts(Optional.empty()));
  }

  private Reply show(Member member) {
    Optional<Feed> followed = feeds.of(member);
    if (followed.isEmpty()) {
      return Reply.Notice.ok(
              RichText.of("I follow no feed of yours. To let me count new posts: ")
                  .command("blog feed", "url:…"))
          .with(facts(Optional.empty()));
    }
    Feed feed = followed.get();
    return Reply.Card.titled("Your feed")
        .text(
            RichText.EMPTY.link(
                Optional.ofNullable(feed.title()).orElse(feed.url().toString()), feed.url()))
        .text(
            feed.failures() == 0
                ? RichText.of("Each new entry counts as a post.")
                : RichText.of("I have not been able to read it lately; I keep trying."))
        .field("Read again", RichText.EMPTY.moment(feed.nextPollAt(), Span.Moment.Style.RELATIVE))
        .button("Stop following it", Action.of("blog feed").with("off", true))
        .facts(facts(Optional.of(feed.url())))
        .build();
  }

  private static ReplyData facts(Optional<URI> url) {
    return ReplyData.NONE
        .with("url", url.map(URI::toString).orElse(null))
        .with("following", url.isPresent());
  }
}
