package dev.cairn.feature.milestone;

import dev.cairn.chat.Action;
import dev.cairn.chat.Arguments;
import dev.cairn.chat.Audience;
import dev.cairn.chat.ChannelRef;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Place;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.blog.MilestoneRules;
import dev.cairn.domain.blog.MilestoneRules.Kind;
import dev.cairn.feature.Moments;
import dev.cairn.feature.Page;
import dev.cairn.feature.Wording;
import dev.cairn.feature.community.Community;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /milestone}: what the community has achieved, and what moderators make of it. */
public final class MilestoneCommands {
  private static final int MILESTONES_A_PAGE = 20;
  private static final int LONGEST_LIST = 400;
  private static final int LONGEST_MOMENT = 40;

  private static final Option<Long> ID =
      Option.required(
          "id", new OptionType.Whole(1, Long.MAX_VALUE), "Its number in the list of milestones");

  private static final Option<Long> ONE =
      Option.optional(
          "id", new OptionType.Whole(1, Long.MAX_VALUE), "Its number in the list of milestones");

  private static final Option<String> AT =
      Option.optional(
              "at",
              new OptionType.Text(LONGEST_MOMENT),
              "When, by the community's clock, like 2026-03-02 09:00; now if left out")
          .labelled("When, like 2026-03-02 09:00");

  private static final Option<Boolean> ALL =
      Option.optional(
          "all", new OptionType.Flag(), "Whether to announce all that wait, in one post");

  private static final Option<Long> DIGEST =
      Option.optional(
              "digest",
              new OptionType.Whole(0, MilestonePolicy.LARGEST_DIGEST),
              "More than this, waiting or of a day, become one message; 0 for never")
          .labelled("One message for more than");

  private static final Option<String> WORDS =
      Option.optional("words", new OptionType.Text(Milestone.LONGEST_WORDS), "What to say")
          .labelled("What is announced");

  private static final Option<String> POSTS =
      Option.optional("posts", new OptionType.Text(LONGEST_LIST), "A member's posts, like 1,7,30")
          .labelled("A member's posts");

  private static final Option<String> TOGETHER =
      Option.optional(
              "together",
              new OptionType.Text(LONGEST_LIST),
              "All members' posts, like 50,100,+500: then each further 500")
          .labelled("All members' posts");

  private static final Option<String> STREAK =
      Option.optional(
              "streak",
              new OptionType.Text(LONGEST_LIST),
              "The days of a member's streak, like 7,30,100")
          .labelled("A member's days in a row");

  /** The options that take a list of thresholds, each with what it counts. */
  private static final Map<Option<String>, Kind> LISTS = lists();

  private static final Option<Boolean> AUTO =
      Option.optional(
              "auto", new OptionType.Flag(), "Whether to announce without waiting for a moderator")
          .labelled("Announce at once");

  private static final Option<Value.Channel> CHANNEL =
      Option.optional("channel", new OptionType.Channel(), "Where milestones are announced");

  private static final Option<Value.Channel> MODERATORS =
      Option.optional("moderators", new OptionType.Channel(), "Where moderators decide about them");

  private static final Option<Boolean> CONFIRM =
      Option.optional(
          "confirm", new OptionType.Flag(), "Whether to save lists without a look back first");

  private static final Option<Boolean> AGREE =
      Option.optional("agree", new OptionType.Flag(), "Whether they may");

  private final Milestones milestones;
  private final MilestonePreview preview;
  private final Members members;

  public MilestoneCommands(Milestones milestones, MilestonePreview preview, Members members) {
    this.milestones = milestones;
    this.preview = preview;
    this.members = members;
  }

  /** In the order in which they are shown. */
  private static Map<Option<String>, Kind> lists() {
    Map<Option<String>, Kind> lists = new LinkedHashMap<>();
    lists.put(POSTS, Kind.MEMBER_POSTS);
    lists.put(TOGETHER, Kind.COMMUNITY_POSTS);
    lists.put(STREAK, Kind.MEMBER_STREAK);
    return Collections.unmodifiableMap(lists);
  }

  /** The commands. */
  public List<Command> commands() {
    Option<?> id = ID;
    return List.of(
        members.command(
            moderation(
                    "milestone list", "What members and the community have reached", Page.option())
                .withExamples("milestone list"),
            this::list),
        members.command(
            moderation("milestone show", "A milestone, and what can be done about it", id)
                .withExamples("milestone show 12"),
            this::show),
        members.command(
            moderation(
                    "milestone announce",
                    "Celebrate a milestone before the community",
                    ONE,
                    AT,
                    ALL)
                .withExamples(
                    "milestone announce 12", "milestone announce 12 at:\"2026-03-02 09:00\""),
            this::announce),
        members.showing(
            members.command(
                moderation(
                        "milestone edit",
                        "Say it in your own words when it is announced",
                        id,
                        WORDS)
                    .withExamples("milestone edit 12 words:\"Thirty posts. What a month!\""),
                this::edit),
            this::present),
        members.command(
            moderation("milestone dismiss", "Let a milestone pass without a word", id)
                .withExamples("milestone dismiss 12"),
            this::dismiss),
        members.showing(
            members.command(
                moderation(
                        "milestone rules",
                        "What is celebrated, where, and by whom",
                        POSTS,
                        TOGETHER,
                        STREAK,
                        AUTO,
                        CHANNEL,
                        MODERATORS,
                        DIGEST,
                        CONFIRM)
                    .withExamples(
                        "milestone rules",
                        "milestone rules streak:7,30,100 auto:true channel:#announcements",
                        "milestone rules digest:5"),
                this::rules),
            this::presentRules),
        members.command(
            CommandSpec.personal(
                    "milestone mention",
                    "Whether your milestones mention you when they are announced",
                    AGREE)
                .withExamples("milestone mention agree:true"),
            this::mention));
  }

  private static CommandSpec moderation(String name, String summary, Option<?>... options) {
    return CommandSpec.moderation(name, summary, Audience.CALLER, options);
  }

  private Reply list(Request request) {
    Community community = request.community();
    List<Milestone> all = milestones.all(community);
    Page<Milestone> page = Page.of(all, MILESTONES_A_PAGE, request.arguments());
    CardBuilder card = Reply.Card.titled("Milestones");
    if (all.isEmpty()) {
      card.text("Nothing has been reached yet.");
    }
    card.items(
        page.entries().stream()
            .map(milestone -> line(community, milestone, request.at()))
            .toList());
    List<Milestone> waiting =
        page.entries().stream()
            .filter(milestone -> milestone.state() == Milestone.State.WAITING)
            .toList();
    if (!waiting.isEmpty()) {
      card.control(MilestoneCards.decideAboutOne(waiting));
    }
    if (all.stream().filter(Milestone::isUndecided).count() > 1) {
      card.control(MilestoneCards.announceAll(Effect.UPDATE));
    }
    page.turnableOn(card, Action.of("milestone list"));
    return card.fact(
            "milestones",
            page.entries().stream().map(milestone -> facts(community, milestone).values()).toList())
        .build();
  }

  private RichText line(Community community, Milestone milestone, Instant now) {
    Instant planned = milestone.plannedAt();
    return MilestoneCards.line(milestone)
        .plain(
            planned == null
                ? ", " + milestone.state().key()
                : ", planned for " + Moments.words(planned, community.zones().at(now)))
        .plain(failed(community, milestone));
  }

  private String failed(Community community, Milestone milestone) {
    List<String> failures = milestones.failures(community, milestone);
    return failures.isEmpty() ? "" : ", but not posted: " + String.join("; ", failures);
  }

  private ReplyData facts(Community community, Milestone milestone) {
    List<String> failures = milestones.failures(community, milestone);
    ReplyData facts = MilestoneCards.facts(milestone);
    return failures.isEmpty() ? facts : facts.with("failed", String.join("; ", failures));
  }

  private Reply show(Request request) {
    Member moderator = request.member();
    Community community = moderator.community();
    return shown(request, milestones.existing(community, id(request)));
  }

  private Reply shown(Request request, Milestone milestone) {
    Community community = request.community();
    return milestone.state() == Milestone.State.WAITING
        ? MilestoneCards.decision(
            milestone.plannedAt() == null ? "A milestone" : "A planned milestone",
            milestone,
            community.zones().at(request.at()))
        : closed(community, milestone);
  }

  private Reply closed(Community community, Milestone milestone) {
    CardBuilder card = MilestoneCards.closed(milestone);
    String failed = failed(community, milestone);
    if (!failed.isEmpty()) {
      card.text(failed.substring(", ".length()));
    }
    return card.button("All milestones", Action.of("milestone list"))
        .facts(facts(community, milestone))
        .build();
  }

  private static long id(Request request) {
    return request.required(ID);
  }

  private Reply announce(Request request) {
    Member moderator = request.member();
    Instant now = request.at();
    if (request.isSet(ALL)) {
      return announced(milestones.announceAll(moderator, request.channel(), now));
    }
    long id =
        request
            .get(ONE)
            .orElseThrow(() ->
                Refusal.badOption(
                    ONE.name(),
                    RichText.EMPTY
                        .code(ONE.name())
                        .plain(" is the number of a milestone. To see all: ")
                        .command("milestone list")));
    Optional<Instant> planned =
        request
            .get(AT)
            .map(typed ->
                Moments.read(AT.name(), typed, moderator.community().zones().at(now), now));
    return shown(
        request,
        planned.isPresent()
            ? milestones.plan(moderator, id, planned.get(), now)
            : milestones.announce(moderator, id, request.channel(), now));
  }

  private static Reply announced(List<Milestone> all) {
    return Reply.Card.titled("Announced")
        .text(Wording.count(all.size(), "milestone") + (all.size() == 1 ? "." : ", in one post."))
        .items(all.stream().limit(MILESTONES_A_PAGE).map(MilestoneCards::line).toList())
        .button("All milestones", Action.of("milestone list"))
        .fact("announced", all.size())
        .build();
  }

  private Reply edit(Request request) {
    Member moderator = request.member();
    Optional<String> words = request.get(WORDS);
    return words.isEmpty()
        ? show(request)
        : shown(request, milestones.edit(moderator, id(request), words.get(), request.at()));
  }

  private Map<String, String> presentRules(Request request) {
    MilestonePolicy policy = milestones.policy(request.community());
    Map<String, String> present = new LinkedHashMap<>();
    LISTS.forEach(
        (option, kind) -> present.put(option.name(), ThresholdText.typed(policy.rules().of(kind))));
    present.put(AUTO.name(), Boolean.toString(policy.automatic()));
    present.put(DIGEST.name(), String.valueOf(policy.digest()));
    return present;
  }

  private Map<String, String> present(Request request) {
    return request
        .get(ID)
        .flatMap(id -> milestones.find(request.community(), id))
        .map(milestone -> Map.of(WORDS.name(), MilestoneCards.words(milestone)))
        .orElse(Map.of());
  }

  private Reply dismiss(Request request) {
    Member moderator = request.member();
    return shown(request, milestones.dismiss(moderator, id(request), request.at()));
  }

  private Reply rules(Request request) {
    Member moderator = request.member();
    Community community = moderator.community();
    Arguments given = settings(request.arguments());
    Place place = request.place();
    MilestonePolicy before = milestones.policy(community);
    if (given.values().isEmpty()) {
      return rulesCard("What is celebrated", before, Map.of(), community, place);
    }
    MilestonePolicy now = changed(before, given);
    if (!now.rules().equals(before.rules()) && !request.isSet(CONFIRM)) {
      MilestonePreview.Growth growth = preview.growth(community, request.at());
      if (growth.found(now.rules()) > 0) {
        return reallyKeep(growth, before.rules(), now.rules(), given);
      }
    }
    Map<String, RichText> known =
        rules(
            before,
            milestones.channel(community, place, Purpose.ANNOUNCEMENTS),
            milestones.channel(community, place, Purpose.DECISIONS));
    Map<Purpose, ChannelRef> channels = new EnumMap<>(Purpose.class);
    given
        .get(CHANNEL)
        .ifPresent(channel -> channels.put(Purpose.ANNOUNCEMENTS, place.channel(channel.id())));
    given
        .get(MODERATORS)
        .ifPresent(channel -> channels.put(Purpose.DECISIONS, place.channel(channel.id())));
    milestones.change(moderator, now, channels, what(given), request.at());
    return rulesCard("Saved", now, known, community, place);
  }

  /** What was decided, by what it is called. */
  private static Map<String, RichText> rules(
      MilestonePolicy policy, Optional<ChannelRef> announced, Optional<ChannelRef> decided) {
    Map<String, RichText> rules = new LinkedHashMap<>();
    rules.put("A member's posts", RichText.of(ThresholdText.typed(policy.rules().memberPosts())));
    rules.put(
        "All members' posts", RichText.of(ThresholdText.typed(policy.rules().communityPosts())));
    rules.put("A member's streak", RichText.of(ThresholdText.typed(policy.rules().memberStreak())));
    rules.put("Announced in", shown(announced));
    rules.put("Decided about in", shown(decided));
    rules.put("When it is reached", reached(policy.automatic(), announced.isPresent()));
    rules.put("When there are many", RichText.of(many(policy.digest())));
    return rules;
  }

  private static String many(int digest) {
    return digest == 0
        ? "Each has a message of its own."
        : "More than %d, waiting or reached within a day, become one message.".formatted(digest);
  }

  private static RichText reached(boolean automatic, boolean hasChannel) {
    if (!automatic) {
      return RichText.of("A milestone waits for a moderator.");
    }
    return hasChannel
        ? RichText.of("A milestone is announced as soon as it is reached.")
        : RichText.of(
                "Milestones wait for a moderator until there is a channel to announce them in: ")
            .command("milestone rules", "channel:#…");
  }

  /** What is given without the word that it shall be saved. */
  private static Arguments settings(Arguments given) {
    Map<String, Value> settings = new LinkedHashMap<>(given.values());
    settings.remove(CONFIRM.name());
    return new Arguments(settings);
  }

  /** Lists that would have found something are shown with what, before they are saved. */
  private static Reply reallyKeep(
      MilestonePreview.Growth growth,
      MilestoneRules before,
      MilestoneRules after,
      Arguments given) {
    CardBuilder card =
        Reply.Card.titled("Keep these lists?")
            .text(
                "In the last %d days these would have announced %s; those of now %s. Nothing is changed yet."
                    .formatted(
                        MilestonePreview.LOOKED_BACK.toDays(),
                        Wording.count(growth.found(after), "milestone"),
                        growth.found(before)));
    LISTS.forEach((option, kind) ->
        card.field(
            option.label(),
            "%s: %d".formatted(ThresholdText.typed(after.of(kind)), growth.found(after, kind))));
    Action keep = Action.of("milestone rules");
    for (Map.Entry<String, Value> option : given.values().entrySet()) {
      keep = keep.with(option.getKey(), option.getValue().typed());
    }
    keep = keep.with(CONFIRM.name(), true);
    if (keep.isShort()) {
      card.primaryButton("Keep", keep);
    } else {
      card.text(
          RichText.of("To keep them, give the same command once more with ")
              .code("confirm:true")
              .plain("."));
    }
    return card.button("Those of now", Action.of("milestone rules"))
        .fact("found", growth.found(after))
        .fact("foundBefore", growth.found(before))
        .fact("saved", false)
        .build();
  }

  private static MilestonePolicy changed(MilestonePolicy before, Arguments given) {
    MilestoneRules rules = before.rules();
    for (Map.Entry<Option<String>, Kind> option : LISTS.entrySet()) {
      Optional<String> typed = given.get(option.getKey());
      if (typed.isPresent()) {
        rules =
            rules.with(
                option.getValue(),
                ThresholdText.read(option.getKey().name(), typed.get(), option.getValue()));
      }
    }
    return new MilestonePolicy(
        rules,
        given.has(AUTO) ? given.isSet(AUTO) : before.automatic(),
        given.get(DIGEST).map(Long::intValue).orElse(before.digest()));
  }

  private static String what(Arguments given) {
    List<String> changes = new ArrayList<>();
    given.values().forEach((option, value) -> changes.add(option + " " + shown(value)));
    String what = "changed the rules of milestones: " + String.join(", ", changes);
    return what.length() <= LONGEST_LIST ? what : what.substring(0, LONGEST_LIST - 1) + "…";
  }

  private static String shown(Value value) {
    return value instanceof Value.Channel(String _, String name) ? "#" + name : value.typed();
  }

  private static RichText shown(Optional<ChannelRef> channel) {
    return channel
        .map(ref ->
            RichText.EMPTY.channel(
                ref.place().platform(), new Value.Channel(ref.channel(), ref.channel())))
        .orElse(RichText.of("no channel set"));
  }

  /**
   * The rules.
   *
   * @param known what need not be told again, unless that is all
   */
  private Reply rulesCard(
      String title,
      MilestonePolicy policy,
      Map<String, RichText> known,
      Community community,
      Place place) {
    String posts = ThresholdText.typed(policy.rules().memberPosts());
    String together = ThresholdText.typed(policy.rules().communityPosts());
    String streak = ThresholdText.typed(policy.rules().memberStreak());
    Optional<ChannelRef> announced = milestones.channel(community, place, Purpose.ANNOUNCEMENTS);
    Optional<ChannelRef> decided = milestones.channel(community, place, Purpose.DECISIONS);
    Map<String, RichText> all = rules(policy, announced, decided);
    Map<String, RichText> told = new LinkedHashMap<>(all);
    known.forEach(told::remove);
    CardBuilder card =
        Reply.Card.titled(told.isEmpty() ? "Nothing changed: these rules already apply" : title);
    (told.isEmpty() ? all : told).forEach(card::field);
    return card.control(
            new Control.FormButton(
                "Change",
                new Form(
                    "What is celebrated",
                    Action.of("milestone rules"),
                    List.of("posts", "together", "streak", "auto", "digest"),
                    "Save")))
        .fact("posts", posts)
        .fact("together", together)
        .fact("streak", streak)
        .fact("auto", policy.automatic())
        .fact("digest", policy.digest())
        .fact("channel", announced.map(ChannelRef::channel).orElse(null))
        .fact("moderators", decided.map(ChannelRef::channel).orElse(null))
        .build();
  }

  private Reply mention(Request request) {
    Member member = request.member();
    boolean changed = request.has(AGREE);
    if (changed) {
      milestones.setMayMention(member, request.isSet(AGREE));
    }
    boolean agreed = milestones.mayMention(member);
    return Reply.Card.titled(changed ? "Saved" : "Your milestones")
        .text(
            agreed
                ? "When a milestone of yours is announced, it mentions you."
                : "When a milestone of yours is announced, it bears your name, and you are not"
                    + " mentioned.")
        .updateButton(
            agreed ? "Do not mention me" : "Mention me",
            Action.of("milestone mention").with("agree", !agreed))
        .fact("agree", agreed)
        .build();
  }
}
