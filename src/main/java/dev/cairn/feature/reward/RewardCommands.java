package dev.cairn.feature.reward;

import dev.cairn.chat.Account;
import dev.cairn.chat.Audience;
import dev.cairn.chat.Caller;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.connection.Connections;
import dev.cairn.connection.RewardRoles.Assignable;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import dev.cairn.spelling.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code /reward}: which role a streak earns. */
public final class RewardCommands {
  private static final int LONGEST = 1000;
  private static final int MOST_SUGGESTED = 25;

  private static final Option<Long> DAYS =
      Option.required("days", new OptionType.Whole(1, LONGEST), "How long the streak is");

  private static final Option<Value.Role> ROLE =
      Option.required("role", new OptionType.Role(), "The role to give");

  private final Rewards rewards;
  private final Connections connections;
  private final Members members;
  private final AuditLog audit;

  public RewardCommands(Rewards rewards, Connections connections, Members members, AuditLog audit) {
    this.rewards = rewards;
    this.connections = connections;
    this.members = members;
    this.audit = audit;
  }

  /** The commands. */
  public List<Command> commands() {
    Option<?> days = DAYS;
    return List.of(
        members.command(
            CommandSpec.moderation(
                    "reward set",
                    "Give a role to whoever has a streak of so many days",
                    Audience.CALLER,
                    days,
                    ROLE.suggesting(this::suggest))
                .withExamples("reward set days:30 role:Steady"),
            this::set),
        members.command(
            CommandSpec.moderation(
                "reward show", "The roles that streaks earn here", Audience.CALLER),
            this::show),
        members.command(
            CommandSpec.moderation(
                    "reward off",
                    "Take a reward back, and its role from all",
                    Audience.CALLER,
                    days)
                .withExamples("reward off days:30"),
            this::off));
  }

  private List<ChoiceValue> suggest(Caller caller, String typed) {
    List<ChoiceValue> all =
        assignable(caller.account()).stream()
            .map(role -> new ChoiceValue(role.name(), role.name()))
            .toList();
    return typed.isBlank() ? all : Nearest.ranked(typed, all, ChoiceValue::label, MOST_SUGGESTED);
  }

  private Reply set(Request request) {
    Account account = request.account();
    Assignable role = role(request.required(ROLE), account);
    int days = days(request);
    Member moderator = request.member();
    Reward reward = new Reward(account.platform(), days, role.id(), role.name());
    audit.changing(
        moderator,
        request.at(),
        () -> {
          rewards.lock(moderator.community());
          Optional<Reward> before =
              rewards.find(moderator.community(), reward.platform(), reward.days());
          rewards.set(moderator.community(), reward);
          return new AuditLog.Deed<>(
              reward,
              "gave the role %s to streaks of %s"
                  .formatted(reward.roleName(), Wording.count(days, "day")),
              RewardUndo.of(account.platform(), days, before, Optional.of(reward)));
        });
    return Reply.Card.titled("Set")
        .tone(Reply.Tone.GOOD)
        .text(
            RichText.of("Whoever has a streak of ")
                .bold(Wording.count(days, "day"))
                .plain(" or more holds the role ")
                .bold(role.name())
                .plain(", and loses it with the streak."))
        .fact("days", days)
        .fact("role", role.name())
        .build();
  }

  private Assignable role(Value.Role asked, Account account) {
    if (connections.rewardRoles(account.platform()).isEmpty()) {
      throw Refusal.of(
          Problem.CONFLICT,
          account.platform() == Platform.DISCORD
              ? "I am not connected to Discord's roles just now. Try again in a minute."
              : "There are no roles to give here: they exist on Discord.");
    }
    List<Assignable> all = assignable(account);
    String id = asked.id().replaceAll("[<@&>]", "");
    return all.stream()
        .filter(role -> role.id().equals(id) || role.name().equalsIgnoreCase(asked.name()))
        .findFirst()
        .orElseThrow(() -> unknown(asked.name(), all));
  }

  private static Refusal unknown(String typed, List<Assignable> all) {
    if (all.isEmpty()) {
      return Refusal.badOption(
          "role",
          "There is no role that I may give. I need the permission Manage Roles, and my own role"
              + " must stand above the one to give, in the server settings under Roles.");
    }
    RichText said = RichText.of("There is no role “" + typed + "” that I may give. ");
    return Refusal.badOption(
        "role",
        Nearest.to(typed, all, Assignable::name)
            .map(near -> said.plain("Did you mean ").bold(near.name()).plain("?"))
            .orElseGet(() ->
                said.plain(
                    "I may give: "
                        + all.stream().map(Assignable::name).collect(Collectors.joining(", "))
                        + ". For others my own role must stand above them.")));
  }

  private Reply show(Request request) {
    List<Reward> all = rewards.of(request.community());
    if (all.isEmpty()) {
      return Reply.Notice.ok(
          RichText.of("No streak earns a role here. To give one: ")
              .command("reward set", "days:30 role:Steady"));
    }
    List<Assignable> assignable = assignable(request.account());
    return Reply.Card.titled("Roles that streaks earn")
        .items(all.stream().map(reward -> told(reward, assignable)).toList())
        .fact("rewards", all.stream().map(RewardCommands::fact).toList())
        .build();
  }

  private static Map<String, @Nullable Object> fact(Reward reward) {
    return ReplyData.NONE.with("days", reward.days()).with("role", reward.roleName()).values();
  }

  private static RichText told(Reward reward, List<Assignable> assignable) {
    RichText told =
        RichText.EMPTY.bold(Wording.count(reward.days(), "day")).plain(": " + reward.roleName());
    return assignable.stream().anyMatch(role -> role.id().equals(reward.role()))
        ? told
        : told.plain(
            ". I may not give it now: it is gone, or stands above my own role, or I lack the"
                + " permission Manage Roles.");
  }

  private Reply off(Request request) {
    int days = days(request);
    Member moderator = request.member();
    audit.changing(
        moderator,
        request.at(),
        () -> {
          rewards.lock(moderator.community());
          Platform platform = request.account().platform();
          Optional<Reward> before = rewards.find(moderator.community(), platform, days);
          if (!rewards.remove(moderator.community(), platform, days)) {
            throw Refusal.badOption(
                "days",
                RichText.of(
                        "No role is earned by " + Wording.count(days, "day") + ". What there is: ")
                    .command("reward show"));
          }
          return new AuditLog.Deed<>(
              days,
              "took back the role of streaks of " + Wording.count(days, "day"),
              RewardUndo.of(platform, days, before, Optional.empty()));
        });
    return Reply.Notice.ok(
        RichText.of(
            "A streak of "
                + Wording.count(days, "day")
                + " earns no role any more; whoever held it by me loses it."));
  }

  private List<Assignable> assignable(Account account) {
    return connections
        .rewardRoles(account.platform())
        .map(platform -> platform.assignable(account.community()))
        .orElse(List.of());
  }

  private static int days(Request request) {
    return request.required(DAYS).intValue();
  }
}
