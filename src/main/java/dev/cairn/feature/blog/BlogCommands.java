package dev.cairn.feature.blog;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.blog.PostUrl;
import dev.cairn.feature.NotFound;
import dev.cairn.feature.Page;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.member.Request;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /blog}: the posts that a member writes, and how they stand with what they vowed. */
public final class BlogCommands {
  private static final int POSTS_A_PAGE = 10;
  private static final int MOST_POSTS = 10_000;
  private static final int MOST_DAYS = 3660;
  private static final int LONGEST_REASON = 300;

  /** How far from today a goal may start, in days. */
  private static final int FARTHEST_START = 366;

  private static final Option<URI> URL =
      Option.required("url", new OptionType.Url(), "The address of the post");

  private static final Option<String> TITLE =
      Option.optional("title", new OptionType.Text(Post.LONGEST_TITLE), "The title of the post");

  private static final Option<Boolean> CHECKIN =
      Option.optional(
          "checkin", new OptionType.Flag(), "Whether it counts as today's check-in too");

  private static final Option<Account> MEMBER =
      Option.optional("member", new OptionType.Member(), "Whose posts; yours if left out");

  private static final Option<Long> POSTS =
      Option.optional("posts", new OptionType.Whole(1, MOST_POSTS), "How many posts")
          .labelled("Posts");

  private static final Option<Long> DAYS =
      Option.optional("days", new OptionType.Whole(1, MOST_DAYS), "In how many days")
          .labelled("In how many days");

  private static final Option<LocalDate> START =
      Option.optional(
              "start",
              new OptionType.Date(),
              "The first day; the day of your first post if left out")
          .labelled("First day");

  private static final Option<Boolean> RESET =
      Option.optional(
          "reset",
          new OptionType.Flag(),
          "Reset the goal to one post a day for six months from your first post");

  private static final Option<Boolean> CHECKIN2 =
      Option.optional(
          "checkin", new OptionType.Flag(), "Whether each post counts as that day's check-in");

  private static final Option<Account> WHOSE =
      Option.required("member", new OptionType.Member(), "Whose post");

  private static final Option<String> REASON =
      Option.required("reason", new OptionType.Text(LONGEST_REASON), "Why; the member is told");

  private static final Option<Boolean> UNDO =
      Option.optional("undo", new OptionType.Flag(), "Put it back");

  private final Posts posts;
  private final PostStrikes strikes;
  private final Members members;
  private final Notifier notifier;

  public BlogCommands(Posts posts, PostStrikes strikes, Members members, Notifier notifier) {
    this.posts = posts;
    this.strikes = strikes;
    this.members = members;
    this.notifier = notifier;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.open(
                    "blog add", "Add a blog post that you have written", URL, TITLE, CHECKIN)
                .withExamples(
                    "blog add https://asha.example/drift \"What drift is\"",
                    "blog add url:https://asha.example/drift checkin:true"),
            this::add),
        members.command(
            CommandSpec.personal("blog remove", "Remove a post from your list", URL)
                .withExamples("blog remove https://asha.example/drift"),
            this::remove),
        members.command(
            CommandSpec.moderation(
                    "blog strike",
                    "Take down a member's post that is none, or put it back",
                    Audience.CALLER,
                    WHOSE,
                    URL,
                    REASON,
                    UNDO)
                .withExamples(
                    "blog strike @asha https://asha.example/drift reason:\"a copy of another's\""),
            this::strike),
        members.command(
            CommandSpec.open(
                    "blog list",
                    "Your posts, or another member's, and the pace towards the goal",
                    MEMBER,
                    Page.option())
                .withExamples("blog list", "blog list member:@asha"),
            this::list),
        members.showing(
            members.command(
                CommandSpec.personal(
                        "blog goal",
                        "How many posts you want to write, and in how many days",
                        POSTS,
                        DAYS,
                        START,
                        RESET)
                    .withExamples("blog goal", "blog goal posts:26 days:180 start:2026-03-02"),
                this::goal),
            this::presentGoal),
        members.command(
            CommandSpec.personal("blog settings", "Whether your posts count as check-ins", CHECKIN2)
                .withExamples("blog settings", "blog settings checkin:true"),
            this::settings));
  }

  private Reply add(Request request) {
    Member member = request.member();
    Optional<Boolean> checksIn =
        request.has(CHECKIN) ? Optional.of(request.isSet(CHECKIN)) : Optional.empty();
    Posts.Submission submission =
        new Posts.Submission(request.id(), url(request), request.get(TITLE), checksIn);
    Posts.Result result = posts.add(member, submission, request.at());
    Post post = result.post();
    if (result.struck().isPresent()) {
      throw Refusal.of(
          Problem.CONFLICT,
          "A moderator took this post down: “%s” Only a moderator can put it back."
              .formatted(result.struck().get()));
    }
    CardBuilder card =
        Reply.Card.titled(result.counted() ? "Post " + result.posts() : "Already counted")
            .tone(result.counted() ? Reply.Tone.GOOD : Reply.Tone.NEUTRAL)
            .text(
                RichText.EMPTY
                    .bold(member.name())
                    .plain(result.counted() ? " wrote " : " had already added ")
                    .then(link(post))
                    .plain("."));
    result.checkIn().ifPresent(checkIn -> checkedIn(card, member, checkIn.entry().counted()));
    card.text(PaceWording.line(posts.of(member, request.at()).pace()));
    if (!result.counted()) {
      card.personal();
    }
    if (post.title() == null) {
      askForTitle(card, post);
    }
    return card.button("My posts", Action.of("blog list"))
        .facts(
            ReplyData.NONE
                .with("url", post.url().value())
                .with("counted", result.counted())
                .with("posts", result.posts()))
        .build();
  }

  private static void checkedIn(CardBuilder card, Member member, boolean counted) {
    card.text(
        counted
            ? "It counts as today's check-in."
            : member.name() + " had already checked in today; the post is added to the day.");
  }

  private static void askForTitle(CardBuilder card, Post post) {
    Action again = Action.of("blog add").with("url", post.url().value());
    if (again.isShort()) {
      card.control(
          new Control.FormButton(
              "Give it a title", new Form("The post's title", again, List.of("title"), "Save")));
    } else {
      card.text(
          RichText.of("To give it a title, add it again with one: ")
              .command("blog add", "url:… title:…"));
    }
  }

  private static PostUrl url(Request request) {
    URI written = request.required(URL);
    return PostUrl.of(written.toString())
        .orElseThrow(() ->
            Refusal.badOption(
                "url",
                "That is not the address of a post. An address looks like"
                    + " https://asha.example/drift."));
  }

  /** A post by its name, to be opened. */
  public static RichText link(Post post) {
    return RichText.EMPTY.link(post.name(), URI.create(post.url().value()));
  }

  private Reply remove(Request request) {
    Member member = request.member();
    PostUrl url = url(request);
    int left =
        posts.remove(member, url, request.at()).orElseThrow(() -> notOnTheList(url, request));
    return Reply.Notice.ok(
            RichText.of("It is off your list, which has " + Wording.count(left, "post") + " now."))
        .with(ReplyData.NONE.with("url", url.value()).with("posts", left));
  }

  private Reply strike(Request request) {
    Member moderator = request.member();
    Account account = request.required(WHOSE);
    Member member = members.other(moderator.community(), account);
    PostUrl url = url(request);
    String reason = request.required(REASON);
    boolean undo = request.isSet(UNDO);
    Instant at = request.at();
    int left =
        (undo
                ? strikes.restore(moderator, member, url, reason, at)
                : strikes.strike(moderator, member, url, reason, at))
            .orElseThrow(() ->
                Refusal.of(
                    Problem.NOT_FOUND,
                    "%s has no post at %s that %s."
                        .formatted(
                            member.name(),
                            url.value(),
                            undo ? "was taken down" : "could be taken down")));
    notifier.tell(
        member,
        Reply.Card.titled(
                moderator.name()
                    + (undo ? " put back a post of yours" : " took down a post of yours"))
            .text(RichText.EMPTY.link(url.value(), URI.create(url.value())))
            .text("“" + reason + "”")
            .field("Your posts now", Integer.toString(left))
            .button("My posts", Action.of("blog list"))
            .build());
    CardBuilder card =
        Reply.Card.titled(undo ? "Put back" : "Taken down")
            .text(
                "%s has %s now, and has been told why. It is in the audit log."
                    .formatted(member.name(), Wording.count(left, "post")))
            .text("“" + reason + "”");
    Action back =
        Action.of("blog strike")
            .with("member", "@" + account.user())
            .with("url", url.value())
            .with("undo", true);
    if (!undo && back.isShort()) {
      card.control(
          new Control.FormButton(
              "Put it back", new Form("Put it back", back, List.of("reason"), "Put back")));
    }
    return card.facts(
            ReplyData.NONE
                .with("member", member.name())
                .with("url", url.value())
                .with("posts", left))
        .build();
  }

  private Refusal notOnTheList(PostUrl url, Request request) {
    List<String> own =
        posts.of(request.member(), request.at()).posts().stream()
            .map(post -> post.url().value())
            .toList();
    return NotFound.of(
        "post of yours at",
        url.value(),
        NotFound.guesses(
            url.value(),
            own,
            address -> address,
            address -> Action.of("blog remove").with("url", address)));
  }

  private Reply list(Request request) {
    Member caller = request.member();
    Optional<Account> asked = request.get(MEMBER);
    Member member = asked.map(account -> members.other(caller.community(), account)).orElse(caller);
    boolean own = member.id().equals(caller.id());
    Posts.Blog blog = posts.of(member, request.at());
    CardBuilder card = Reply.Card.titled("Posts of " + member.name());
    if (blog.posts().isEmpty()) {
      card.personal();
      card.text(
          own
              ? RichText.of("You have not added a post yet. To add one: ")
                  .command("blog add", "url:…")
              : RichText.of(member.name() + " has not added a post yet."));
    } else {
      card.text(PaceWording.line(blog.pace()));
    }
    Page<Post> page = Page.of(blog.posts(), POSTS_A_PAGE, request.arguments());
    card.items(page.entries().stream().map(BlogCommands::line).toList());
    Action turn = Action.of("blog list");
    page.turnableOn(
        card, asked.map(account -> turn.with("member", "@" + account.user())).orElse(turn));
    return card.facts(
            PaceWording.facts(blog.pace())
                .with("total", blog.posts().size())
                .with("posts", page.entries().stream().map(BlogCommands::fact).toList()))
        .build();
  }

  private static RichText line(Post post) {
    return link(post).plain(", " + Wording.date(post.postedOn()));
  }

  private static Map<String, @Nullable Object> fact(Post post) {
    return ReplyData.NONE
        .with("url", post.url().value())
        .with("title", post.title())
        .with("day", post.postedOn())
        .values();
  }

  private Reply goal(Request request) {
    Member member = request.member();
    Optional<LocalDate> start = request.get(START);
    start.ifPresent(day -> requireNear(day, request));
    boolean changed = !request.arguments().values().isEmpty();
    if (changed) {
      posts.plan(member, plan -> planned(plan, request));
    }
    Posts.Blog blog = posts.of(member, request.at());
    CardBuilder card =
        Reply.Card.titled(changed ? "Saved" : "Your goal").text(PaceWording.line(blog.pace()));
    boolean all = !changed || request.isSet(RESET);
    if (all || request.has(POSTS) || request.has(DAYS)) {
      card.field("Goal", PaceWording.goal(blog.pace().goal()));
    }
    if (all || request.has(START)) {
      card.field("First day", Wording.date(blog.pace().goal().start()));
    }
    return card.control(
            new Control.FormButton(
                "Change",
                new Form(
                    "Your goal",
                    Action.of("blog goal"),
                    List.of("posts", "days", "start"),
                    "Save")))
        .facts(PaceWording.facts(blog.pace()).with("posts", blog.pace().posts()))
        .build();
  }

  private Map<String, String> presentGoal(Request request) {
    Posts.Blog blog = posts.of(request.member(), request.at());
    return Map.of(
        POSTS.name(), Integer.toString(blog.plan().posts()),
        DAYS.name(), Integer.toString(blog.plan().days()),
        START.name(), blog.pace().goal().start().toString());
  }

  private static BlogPlan planned(BlogPlan plan, Request request) {
    BlogPlan before = request.isSet(RESET) ? BlogPlan.DEFAULT.withChecksIn(plan.checksIn()) : plan;
    return new BlogPlan(
        request.get(POSTS).map(Long::intValue).orElse(before.posts()),
        request.get(DAYS).map(Long::intValue).orElse(before.days()),
        request.get(START).orElse(before.start()),
        before.checksIn());
  }

  private void requireNear(LocalDate start, Request request) {
    LocalDate today = request.member().community().today(request.at());
    if (Math.abs(ChronoUnit.DAYS.between(today, start)) > FARTHEST_START) {
      throw Refusal.badOption(
          "start",
          "A goal has to start within a year of today, which is " + Wording.date(today) + ".");
    }
  }

  private Reply settings(Request request) {
    Member member = request.member();
    boolean changed = request.has(CHECKIN);
    if (changed) {
      posts.plan(member, plan -> plan.withChecksIn(request.isSet(CHECKIN)));
    }
    boolean checksIn = posts.of(member, request.at()).plan().checksIn();
    return Reply.Card.titled(changed ? "Saved" : "Your posts")
        .text(
            checksIn
                ? "Each post counts as that day's check-in too, those from your feed included."
                : "A post does not count as a check-in; you check in separately.")
        .updateButton(
            checksIn ? "Stop checking in with posts" : "Check in with each post",
            Action.of("blog settings").with("checkin", !checksIn))
        .fact("checkin", checksIn)
        .build();
  }
}
