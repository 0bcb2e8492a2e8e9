package dev.cairn.feature.link;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.database.Database;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.checkin.DayListener;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.community.CommunityHold;
import dev.cairn.feature.daily.DailyPosts;
import dev.cairn.feature.group.Groups;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.streak.StreakDerivation;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** {@code /link}: one learner with several accounts, one community in several places. */
public final class LinkCommand {
  private static final Option<String> CODE =
      Option.optional(
          "code", new OptionType.Text(40), "The code that I showed you on the other platform");

  private static final Option<Boolean> COMMUNITY =
      Option.optional(
          "community", new OptionType.Flag(), "For moderators: merge this community with another");

  private static final Option<Boolean> OFF =
      Option.optional("off", new OptionType.Flag(), "Undo your newest link");

  private static final Option<Boolean> SURE =
      Option.hidden("sure", new OptionType.Flag(), "Confirm it");

  private static final CommandSpec SPEC =
      CommandSpec.personal(
              "link", "Link your accounts on Discord and Slack", CODE, COMMUNITY, OFF, SURE)
          .withExamples("link", "link code:K7QF-3MWD", "link off:true", "link community:true");

  private final Communities communities;
  private final Members members;
  private final Streaks streaks;
  private final Database database;
  private final LinkCodes codes;
  private final AccountLinker links;
  private final CommunityMerger ties;

  /**
   * @param random makes codes that nobody can guess
   * @param listeners are called for each day that begins or ceases to count
   * @param participants keep what comes along when members become one learner
   */
  public LinkCommand(
      LinkStore store,
      Communities communities,
      Members members,
      Streaks streaks,
      StreakDerivation derivation,
      Groups groups,
      DailyPosts dailyPosts,
      AuditLog audit,
      List<DayListener> listeners,
      LinkParticipants participants,
      RandomGenerator random,
      Database database) {
    this.communities = communities;
    this.members = members;
    this.streaks = streaks;
    this.database = database;
    this.codes = new LinkCodes(store, random, database);
    this.links =
        new AccountLinker(store, members, streaks, groups, listeners, participants, database);
    this.ties =
        new CommunityMerger(
            store, communities, members, groups, dailyPosts, derivation, audit, database);
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::link);
  }

  private Reply link(Request request) {
    Optional<String> code = request.get(CODE);
    if (code.isPresent()) {
      return typed(request, code.get());
    }
    if (request.isSet(OFF)) {
      return unlink(request);
    }
    LinkOffer.Purpose purpose =
        request.isSet(COMMUNITY) ? LinkOffer.Purpose.COMMUNITY : LinkOffer.Purpose.ACCOUNT;
    if (purpose == LinkOffer.Purpose.COMMUNITY) {
      requireModerator(request);
    }
    return offer(request, purpose);
  }

  private Reply offer(Request request, LinkOffer.Purpose purpose) {
    Member member = request.member();
    Account account = request.account();
    LinkCode code = codes.offer(purpose, account, request.at());
    Instant expires = request.at().plus(LinkCodes.LIFE);
    CardBuilder card =
        Reply.Card.titled(
                switch (purpose) {
                  case ACCOUNT -> "Link your other account";
                  case COMMUNITY -> "Merge two communities";
                })
            .text(explanation(purpose, member))
            .text(RichText.of("Your code: ").code(code.shown()))
            .text(
                // Without a slash: it is typed on another platform, which has its own way.
                RichText.of("Give it to me over there, with the command ")
                    .code("link code:" + code.shown())
                    .plain(". It works once, until ")
                    .moment(expires, Span.Moment.Style.DATE_TIME)
                    .plain(". Do not show it to anybody."));
    if (purpose == LinkOffer.Purpose.ACCOUNT && links.isLinked(member)) {
      card.button("Undo my newest link", Action.of("link").with("off", true));
    }
    return card.fact("code", code.shown()).fact("expires", expires).build();
  }

  private RichText explanation(LinkOffer.Purpose purpose, Member member) {
    return switch (purpose) {
      case ACCOUNT ->
          RichText.of(
              members.accounts(member).size() > 1
                  ? "You have linked " + accounts(member) + ". You can link one more."
                  : "Check in on either platform: one learner, one streak, one group. What both"
                      + " accounts have studied is put together, and can be taken apart again.");
      case COMMUNITY ->
          RichText.of(
              "A moderator of both places does this once. Then members can link their accounts, and"
                  + " groups are mixed. You will be asked once more over there.");
    };
  }

  private Reply typed(Request request, String code) {
    Member member = request.member();
    Account here = request.account();
    LinkOffer offer = codes.find(code, here, request.at());
    Community there =
        communities
            .find(Place.of(offer.by()))
            .orElseThrow(() -> new IllegalStateException("a code of a community unknown"));
    return switch (offer.purpose()) {
      case ACCOUNT -> link(member, request, code, offer, there);
      case COMMUNITY -> tie(request, code, there);
    };
  }

  private Reply link(
      Member member, Request request, String code, LinkOffer offer, Community there) {
    if (!there.id().equals(member.community().id())) {
      throw Refusal.of(
          Problem.CONFLICT,
          RichText.of(
                  "That account belongs to %s, and this is %s. First a moderator of both has to merge them, with "
                      .formatted(there.name(), member.community().name()))
              .command("link", "community:true")
              .plain(". Your code stays valid meanwhile."));
    }
    Member other = members.other(there, offer.by());
    AccountLinker.Linked linked =
        database.transaction(() -> {
          codes.take(code, request.at());
          return links.link(member, other, request.at());
        });
    Streak streak = streaks.of(linked.learner(), request.at());
    CardBuilder card =
        Reply.Card.titled("One learner, one streak")
            .tone(Reply.Tone.GOOD)
            .text(
                "Linked: "
                    + accounts(linked.learner())
                    + ". A day counts once, by the earlier check-in, and a post once, by the"
                    + " earlier one; the settings and the group of the account that I met first"
                    + " hold.");
    linked.told().forEach(card::text);
    return card.field("Streak", Wording.count(streak.length(), "day"))
        .field("Longest", Wording.count(streak.longest(), "day"))
        .field("Freezes", Integer.toString(streak.freezes()))
        .button("My streak", Action.of("streak"))
        .button("Undo", Action.of("link").with("off", true))
        .facts(facts(true, streak))
        .build();
  }

  private Reply unlink(Request request) {
    Member member = request.member();
    if (!request.isSet(SURE)) {
      if (!links.isLinked(member)) {
        throw AccountLinker.notLinked();
      }
      return ask(
          "Undo your newest link?",
          "You are two learners again: each account gets back what it brought. Days studied and"
              + " posts written since then stay with both. The group stays with the account that I"
              + " met first.",
          "Undo it",
          Action.of("link").with("off", true).with("sure", true));
    }
    links.unlink(member, request.at());
    // The account may be that of the other of the two now.
    Member self = members.other(member.community(), request.account());
    Streak streak = streaks.of(self, request.at());
    return Reply.Card.titled("Two learners again")
        .text("Each account has what it brought, and the days studied and the posts written since.")
        .field("Streak of this account", Wording.count(streak.length(), "day"))
        .facts(facts(false, streak))
        .build();
  }

  private Reply tie(Request request, String code, Community there) {
    Member moderator = request.member();
    requireModerator(request);
    Community here = moderator.community();
    if (!request.isSet(SURE)) {
      Community settled = CommunityMerger.settled(here, there);
      Community arriving = settled.id().equals(here.id()) ? there : here;
      return ask(
          "Merge the two communities?",
          "All members of %s move to %s with everything they did. From then on, the journey, the time zone and the rules of %s apply. Groups with the same name are numbered. This cannot be undone."
              .formatted(arriving.name(), settled.name(), settled.name()),
          "Merge them",
          Action.of("link").with("code", code).with("sure", true));
    }
    Community one =
        CommunityHold.claiming(() ->
            database.transaction(() -> {
              codes.take(code, request.at());
              return ties.tie(moderator, there, request.at());
            }));
    return Reply.Card.titled("One community: " + one.name())
        .tone(Reply.Tone.CELEBRATION)
        .text(RichText.of("Members can now link their own accounts: ").command("link").plain("."))
        .fact("community", one.name())
        .fact("places", communities.places(one).size())
        .build();
  }

  private static Reply ask(String title, String text, String label, Action action) {
    return Reply.Card.titled(title)
        .tone(Reply.Tone.WARNING)
        .text(text)
        .control(new Control.Button(label, action, Control.Button.Style.DANGER, Effect.REPLY))
        .build();
  }

  private static void requireModerator(Request request) {
    if (!request.caller().moderator()) {
      throw Refusal.of(Problem.NOT_ALLOWED, "Only a moderator of both places can merge them.");
    }
  }

  private String accounts(Member member) {
    return String.join(
        " and ",
        members.accounts(member).stream()
            .map(Account::platform)
            .map(LinkCommand::name)
            .sorted()
            .toList());
  }

  private static String name(Platform platform) {
    return switch (platform) {
      case DISCORD -> "Discord";
      case SLACK -> "Slack";
      case LOCAL -> "the playground";
    };
  }

  private static ReplyData facts(boolean linked, Streak streak) {
    return ReplyData.NONE
        .with("linked", linked)
        .with("streak", streak.length())
        .with("longest", streak.longest())
        .with("freezes", streak.freezes());
  }
}
