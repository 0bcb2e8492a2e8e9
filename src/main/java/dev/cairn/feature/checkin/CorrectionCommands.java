package dev.cairn.feature.checkin;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.command.Command;
import dev.cairn.domain.streak.Streak;
import dev.cairn.feature.Wording;
import dev.cairn.feature.checkin.Corrections.Correction;
import dev.cairn.feature.checkin.Corrections.Kind;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.member.Request;
import java.time.LocalDate;
import java.util.List;

/** {@code /checkin}: moderators correct a day, with a reason that the member is told. */
public final class CorrectionCommands {
  private static final int LONGEST_REASON = 300;

  private static final Option<Account> MEMBER =
      Option.required("member", new OptionType.Member(), "Whose day");

  private static final Option<LocalDate> DAY =
      Option.required("day", new OptionType.Date(), "Which day, like 2026-01-31");

  private static final Option<String> REASON =
      Option.required("reason", new OptionType.Text(LONGEST_REASON), "Why; the member is told");

  private final Corrections corrections;
  private final Members members;
  private final Notifier notifier;

  public CorrectionCommands(Corrections corrections, Members members, Notifier notifier) {
    this.corrections = corrections;
    this.members = members;
    this.notifier = notifier;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        command("grant", "Count a past day that a member forgot to check in", Kind.GRANT),
        command("revoke", "Take back a check-in", Kind.REVOKE),
        command("excuse", "Excuse a missed day, so that it breaks no streak", Kind.EXCUSE));
  }

  private Command command(String name, String summary, Kind kind) {
    CommandSpec spec =
        CommandSpec.moderation("checkin " + name, summary, Audience.CALLER, MEMBER, DAY, REASON)
            .withExamples("checkin " + name + " @asha 2026-01-31 reason:\"was at the meet-up\"");
    return members.command(spec, request -> correct(request, kind));
  }

  private Reply correct(Request request, Kind kind) {
    Member moderator = request.member();
    Member member = members.other(moderator.community(), request.required(MEMBER));
    LocalDate day = request.required(DAY);
    String reason = request.required(REASON);
    Streak streak =
        corrections.make(new Correction(kind, moderator, member, day, reason), request.at());
    notifier.tell(member, notice(kind, moderator, day, reason, streak));
    return Reply.Card.titled("Done: " + done(kind) + " " + Wording.date(day))
        .text(
            "The streak of %s is now %s. The reason is in the audit log, and in their streak's explanation."
                .formatted(member.name(), Wording.count(streak.length(), "day")))
        .text("“" + reason + "”")
        .button(
            "Why?",
            Action.of("streak")
                .with("member", "@" + request.required(MEMBER).user())
                .with("why", true))
        .facts(
            ReplyData.NONE
                .with("member", member.name())
                .with("studyDay", day)
                .with("streak", streak.length())
                .with("longest", streak.longest())
                .with("freezes", streak.freezes()))
        .build();
  }

  private static Reply.Card notice(
      Kind kind, Member moderator, LocalDate day, String reason, Streak streak) {
    return Reply.Card.titled(moderator.name() + " " + done(kind) + " " + Wording.date(day))
        .text("“" + reason + "”")
        .field("Your streak now", Wording.count(streak.length(), "day"))
        .button("Why?", Action.of("streak").with("why", true))
        .build();
  }

  private static String done(Kind kind) {
    return switch (kind) {
      case GRANT -> "granted the check-in of";
      case REVOKE -> "revoked the check-in of";
      case EXCUSE -> "excused";
    };
  }
}
