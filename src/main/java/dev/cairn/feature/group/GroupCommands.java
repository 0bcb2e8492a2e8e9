package dev.cairn.feature.group;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Place;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.GroupId;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Communities;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.spelling.Nearest;
import java.util.List;
import java.util.Optional;

/** {@code /group}: founding, joining and leaving groups, and how they stand. */
public final class GroupCommands {
  private static final int MOST_SUGGESTIONS = 25;

  private static final OptionType<String> NAME = new OptionType.Text(GroupName.LONGEST);

  private static final Option<String> SHOWN =
      Option.optional("name", NAME, "Which group; yours if left out");

  private static final Option<String> FOUNDED =
      Option.required("name", NAME, "What the group is called");

  private static final Option<String> JOINED = Option.required("name", NAME, "Which group");

  private static final Option<String> RENAMED =
      Option.required("name", NAME, "What the group is called from now on");

  private static final Option<Long> PAGE =
      Option.hidden("page", new OptionType.Whole(1, 1000), "Page of the list");

  private static final Option<Account> MEMBER =
      Option.required("member", new OptionType.Member(), "Who owns it from now on");

  private static final Option<Long> CONFIRM =
      Option.hidden("confirm", new OptionType.Whole(1, Long.MAX_VALUE), "Which group is meant");

  private final Groups groups;
  private final GroupScores scores;
  private final Members members;
  private final Communities communities;

  public GroupCommands(
      Groups groups, GroupScores scores, Members members, Communities communities) {
    this.groups = groups;
    this.scores = scores;
    this.members = members;
    this.communities = communities;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.open(
                    "group show",
                    "A group's streak, its week and who has checked in",
                    SHOWN.suggesting(this::suggest))
                .withExamples("group show", "group show name:\"Night owls\""),
            this::show),
        members.command(
            CommandSpec.open("group list", "All groups of the community", PAGE)
                .withExamples("group list"),
            this::list),
        members.command(
            CommandSpec.open("group create", "Found a group that studies together", FOUNDED)
                .withExamples("group create name:\"Night owls\""),
            this::create),
        members.command(
            CommandSpec.open("group join", "Join a group", JOINED.suggesting(this::suggest))
                .withExamples("group join name:\"Night owls\""),
            this::join),
        members.command(
            CommandSpec.open("group leave", "Leave your group", CONFIRM)
                .withExamples("group leave"),
            this::leave),
        members.command(
            CommandSpec.open("group rename", "Give your group another name", RENAMED)
                .withExamples("group rename name:\"Early birds\""),
            this::rename),
        members.command(
            CommandSpec.open("group transfer", "Hand your group to another of its members", MEMBER)
                .withExamples("group transfer member:@asha"),
            this::transfer),
        members.command(
            CommandSpec.personal("group disband", "End your group", CONFIRM)
                .withExamples("group disband"),
            this::disband));
  }

  private List<ChoiceValue> suggest(Caller caller, String typed) {
    List<String> names =
        communities
            .find(Place.of(caller.account()))
            .map(community -> groups.all(community).stream().map(Group::name).toList())
            .orElse(List.of());
    List<String> near =
        typed.isBlank()
            ? names.subList(0, Math.min(names.size(), MOST_SUGGESTIONS))
            : Nearest.ranked(typed, names, name -> name, MOST_SUGGESTIONS);
    return near.stream().map(name -> new ChoiceValue(name, name)).toList();
  }

  private Reply show(Request request) {
    Member caller = request.member();
    Optional<Group> own = groups.of(caller);
    Group group =
        request
            .get(SHOWN)
            .map(name -> groups.named(caller.community(), name))
            .or(() -> own)
            .orElseThrow(GroupCommands::nothingToShow);
    return GroupCard.of(
        scores.report(caller.community(), group, request.at()),
        groups.policy(caller.community(), request.at()),
        own.filter(belongsTo -> belongsTo.id().equals(group.id())).isPresent());
  }

  private static Refusal nothingToShow() {
    return Refusal.of(
        Problem.NOT_FOUND,
        RichText.of("You belong to no group yet. To see all of them: ")
            .command("group list")
            .plain("; to found one: ")
            .command("group create", "name:…"));
  }

  private Reply list(Request request) {
    Member caller = request.member();
    return GroupListCard.of(
        groups.all(caller.community()),
        caller,
        groups.of(caller),
        groups.policy(caller.community(), request.at()).sizeLimit(),
        request.get(PAGE).orElse(1L).intValue());
  }

  private Reply create(Request request) {
    Member member = request.member();
    Group group = groups.create(member, GroupName.of(request.required(FOUNDED)), request.at());
    return Reply.Card.titled(group.name() + " is founded")
        .tone(Reply.Tone.CELEBRATION)
        .text(
            RichText.EMPTY
                .bold(member.name())
                .plain(
                    " owns it, and counts from tomorrow on. It is ranked once two of its members"
                        + " are expected, so bring somebody along."))
        .primaryButton("Join", join(group))
        .button("Show the group", show(group))
        .facts(facts(group))
        .build();
  }

  private Reply join(Request request) {
    Member member = request.member();
    Group group =
        groups.join(
            member, groups.named(member.community(), request.required(JOINED)), request.at());
    return Reply.Card.titled("Welcome to " + group.name())
        .tone(Reply.Tone.GOOD)
        .text(
            RichText.EMPTY
                .bold(member.name())
                .plain(
                    " counts for the group from tomorrow on. It now has "
                        + Wording.count(group.members(), "member")
                        + "."))
        .button("Show the group", show(group))
        .facts(facts(group))
        .build();
  }

  private Reply leave(Request request) {
    Member member = request.member();
    Optional<GroupId> confirmed = request.get(CONFIRM).map(GroupId::new);
    Optional<Group> own = groups.of(member);
    boolean pressed = request.origin() instanceof Invocation.Origin.Pressed;
    if (own.isPresent() && !own.map(Group::id).equals(confirmed)) {
      if (confirmed.isPresent()) {
        throw Refusal.of(
            Problem.CONFLICT,
            RichText.of("That was about another group. You belong to ")
                .bold(own.get().name())
                .plain(" now, and nothing happened to it."));
      }
      if (pressed) {
        return GroupCard.reallyLeave(own.get(), groups.heir(member));
      }
    }
    Departure departure = groups.leave(member, request.at());
    RichText said =
        RichText.EMPTY
            .bold(member.name())
            .plain(" has left ")
            .bold(departure.group().name())
            .plain(". The days up to today stay with the group.");
    Optional<Member> heir = departure.heir();
    if (heir.isPresent()) {
      said = said.plain(" ").bold(heir.get().name()).plain(" owns it now.");
    }
    if (departure.disbanded()) {
      said = said.plain(" Nobody is left in it, so it is disbanded.");
    }
    return Reply.Notice.ok(said)
        .with(
            ReplyData.NONE
                .with("name", departure.group().name())
                .with("members", departure.group().members() - 1)
                .with("disbanded", departure.disbanded())
                .with("owner", heir.map(Member::name).orElse(null)));
  }

  private Reply rename(Request request) {
    Member member = request.member();
    String before = groups.owned(member, "rename it").name();
    Group group = groups.rename(member, GroupName.of(request.required(RENAMED)));
    return Reply.Notice.ok(
            RichText.EMPTY.bold(before).plain(" is now called ").bold(group.name()).plain("."))
        .with(facts(group));
  }

  private Reply transfer(Request request) {
    Member member = request.member();
    Member heir = members.other(member.community(), request.required(MEMBER));
    Group group = groups.transfer(member, heir);
    return Reply.Notice.ok(
            RichText.EMPTY
                .bold(group.name())
                .plain(" is now owned by ")
                .bold(heir.name())
                .plain("."))
        .with(facts(group).with("owner", heir.name()));
  }

  private Reply disband(Request request) {
    Member member = request.member();
    Optional<Long> confirmed = request.get(CONFIRM);
    if (confirmed.isPresent()) {
      Group group = groups.disband(member, new GroupId(confirmed.get()), request.at());
      return Reply.Card.titled(group.name() + " is disbanded")
          .text("Its name is free again. Everybody keeps the streak that is their own.")
          .fact("name", group.name())
          .fact("disbanded", true)
          .build();
    }
    return GroupCard.reallyDisband(groups.owned(member, "disband it"));
  }

  private static ReplyData facts(Group group) {
    return ReplyData.NONE.with("name", group.name()).with("members", group.members());
  }

  static Action join(Group group) {
    return Action.of("group join").with("name", group.name());
  }

  static Action show(Group group) {
    return Action.of("group show").with("name", group.name());
  }
}
