package dev.cairn.feature.group;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.domain.group.GroupDay;
import dev.cairn.domain.group.GroupScore;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A group, its streak, its week and how each member's day stands. */
final class GroupCard {
  private GroupCard() {}

  static Reply of(GroupReport report, GroupPolicy policy, boolean own) {
    Group group = report.group();
    CardBuilder card =
        Reply.Card.titled(group.name())
            .tone(tone(report.today().state()))
            .text(today(report))
            .field("Streak", Wording.count(report.streak().streak(), "day"))
            .field("Longest", Wording.count(report.streak().longest(), "day"))
            .field("This week", week(report.score()))
            .field("Members", group.members() + " of " + policy.sizeLimit())
            .field("A day is kept by", report.quorum().percent() + "% of those expected")
            .items(members(report));
    if (!report.score().ranked()) {
      card.text("The group is ranked once two of its members are expected.");
    }
    if (own) {
      card.primaryButton("I studied today", Action.of("done"));
    }
    if (group.members() < policy.sizeLimit()) {
      card.button("Join", GroupCommands.join(group));
    }
    card.button("All groups", Action.of("group list"))
        .button("Leaderboard", Action.of("leaderboard").with("of", "groups"));
    if (own) {
      // Not beside Join, where a thumb slips; and it asks first.
      card.button("Leave", Action.of("group leave"));
    }
    return card.fact("name", group.name())
        .fact("streak", report.streak().streak())
        .fact("percent", report.score().percent())
        .fact("members", group.members())
        .build();
  }

  private static String today(GroupReport report) {
    GroupDay today = report.today();
    int needed = report.quorum().needed(today.expected()) - today.present();
    String present =
        today.present()
            + " of "
            + today.expected()
            + (today.present() == 1 ? " has" : " have")
            + " checked in";
    return switch (today.state()) {
      case KEPT -> "Today is kept: " + present + ".";
      case OPEN -> "Today is open: " + present + ", and " + needed + " more will keep it.";
      case MISSED -> "Today was not kept: " + present + ".";
      case COVERED ->
          report.members().stream().allMatch(member -> member.state() == GroupReport.State.NEW)
              ? "The group has just begun: its days count from tomorrow on."
              : "Nobody is expected today, so it neither adds to the streak nor breaks it.";
    };
  }

  private static Reply.Tone tone(GroupDay.State today) {
    return switch (today) {
      case KEPT -> Reply.Tone.GOOD;
      case OPEN -> Reply.Tone.WARNING;
      case MISSED, COVERED -> Reply.Tone.NEUTRAL;
    };
  }

  private static String week(GroupScore score) {
    return score.expected() == 0
        ? "nothing to count yet"
        : score.percent() + "% (" + score.present() + " of " + score.expected() + ")";
  }

  private static List<RichText> members(GroupReport report) {
    List<RichText> lines = new ArrayList<>();
    for (GroupReport.State state : GroupReport.State.values()) {
      List<String> names =
          report.members().stream()
              .filter(member -> member.state() == state)
              .map(member ->
                  member.member().name()
                      + (report.group().isOwnedBy(member.member().id()) ? " (owner)" : ""))
              .toList();
      if (!names.isEmpty()) {
        lines.add(
            RichText.EMPTY
                .bold(heading(state))
                .plain(names.stream().collect(Collectors.joining(", ", ": ", ""))));
      }
    }
    return lines;
  }

  private static String heading(GroupReport.State state) {
    return switch (state) {
      case CHECKED -> "Checked in";
      case OPEN -> "Still to come";
      case RESTING -> "Day off";
      case NEW -> "Counts from tomorrow";
    };
  }

  static Reply reallyLeave(Group group, Optional<Member> heir) {
    RichText text =
        RichText.of(
            "Today still counts for the group. From tomorrow on you belong to none, until you join"
                + " one. Your own streak stays yours.");
    if (group.members() == 1) {
      text =
          text.plain(
              " You are the last in it, so it is disbanded, and its streak is gone for good.");
    } else if (heir.isPresent()) {
      text = text.plain(" ").bold(heir.get().name()).plain(" will own it.");
    }
    return Reply.Card.titled("Leave " + group.name() + "?")
        .tone(Reply.Tone.WARNING)
        .text(text)
        .control(
            new Control.Button(
                "Leave " + group.name(),
                Action.of("group leave").with("confirm", group.id().value()),
                Control.Button.Style.DANGER,
                Effect.REPLY))
        .fact("name", group.name())
        .fact("members", group.members())
        .personal()
        .build();
  }

  static Reply reallyDisband(Group group) {
    return Reply.Card.titled("Disband " + group.name() + "?")
        .tone(Reply.Tone.WARNING)
        .text(
            RichText.of(
                    "%s without a group, and the group's streak is gone for good. Everybody keeps the streak that is their own. To hand the group over instead: "
                        .formatted(
                            group.members() == 1
                                ? "You will be"
                                : "Its " + group.members() + " members will be"))
                .command("group transfer"))
        .control(
            new Control.Button(
                "Disband it",
                Action.of("group disband").with("confirm", group.id().value()),
                Control.Button.Style.DANGER,
                Effect.UPDATE))
        .fact("name", group.name())
        .fact("members", group.members())
        .fact("disbanded", false)
        .build();
  }
}
