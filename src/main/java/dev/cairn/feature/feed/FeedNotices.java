package dev.cairn.feature.feed;

import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.Wording;
import java.net.URI;

/** What a member is told about their feed. */
final class FeedNotices {
  static final Action SHOW = Action.of("blog feed");

  private FeedNotices() {}

  /** It has been read for the first time. */
  static Reply.Card looked(Feed feed, int entries) {
    return about("I follow your feed now", feed.url())
        .text(
            "It has %s. These do not count; from now on each new one counts as a post, within about an hour."
                .formatted(Wording.count(entries, "entry").replace("entrys", "entries")))
        .button("My feed", SHOW)
        .build();
  }

  /** Of two feeds of one learner, one is followed. */
  static String oneOfTwo(Feed followed, Feed other) {
    return "I follow one feed of yours: %s. The other account's, %s, is not read while they are linked."
        .formatted(followed.url(), other.url());
  }

  /** Its server says that it has moved. */
  static Reply.Card moved(URI from, URI to) {
    return about("Your feed has moved", from)
        .text(RichText.of("I follow it at its new address: ").link(to.toString(), to))
        .button("My feed", SHOW)
        .build();
  }

  /** Its server says that it is gone. */
  static Reply.Card gone(Feed feed) {
    return again(
        about("Your feed is gone", feed.url())
            .text("Its server says that it is gone permanently, so I no longer follow it."));
  }

  /** It cannot be followed. */
  static Reply.Card unusable(Feed feed, FeedProblem problem) {
    return again(
        about("I cannot follow your feed", feed.url())
            .text("What I found: " + problem.words() + "."));
  }

  /** It could not be read for a while. */
  static Reply.Card failing(Feed feed, FeedProblem problem) {
    return about("I could not read your feed", feed.url())
        .text(
            "What I found: %s. I will keep trying, less and less often, and will not mention it again."
                .formatted(problem.words()))
        .button("My feed", SHOW)
        .build();
  }

  private static CardBuilder about(String title, URI url) {
    return Reply.Card.titled(title).text(RichText.EMPTY.link(url.toString(), url));
  }

  private static Reply.Card again(CardBuilder card) {
    return card.text(RichText.of("To follow another: ").command("blog feed", "url:…")).build();
  }
}
