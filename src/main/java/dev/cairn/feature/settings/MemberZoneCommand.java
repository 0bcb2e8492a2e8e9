package dev.cairn.feature.settings;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.command.Command;
import dev.cairn.database.Database;
import dev.cairn.feature.Wording;
import dev.cairn.feature.Zones;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Notifier;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.streak.Streaks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/** {@code /member zone}: a moderator sets a member's time zone, and the member is told. */
public final class MemberZoneCommand {
  private static final int LONGEST_REASON = 300;

  private static final Option<Account> MEMBER =
      Option.required("member", new OptionType.Member(), "Whose time zone");

  private static final Option<String> TIMEZONE =
      Option.required("timezone", new OptionType.Text(64), "Where they live, like Asia/Kolkata")
          .labelled("Time zone");

  private static final Option<String> REASON =
      Option.required("reason", new OptionType.Text(LONGEST_REASON), "Why; the member is told");

  private final Members members;
  private final Streaks streaks;
  private final AuditLog audit;
  private final Notifier notifier;
  private final Database database;
  private final InstantSource clock;

  /**
   * @param clock tells which offset a zone has now, for suggestions
   */
  public MemberZoneCommand(
      Members members,
      Streaks streaks,
      AuditLog audit,
      Notifier notifier,
      Database database,
      InstantSource clock) {
    this.members = members;
    this.streaks = streaks;
    this.audit = audit;
    this.notifier = notifier;
    this.database = database;
    this.clock = clock;
  }

  /** The command. */
  public Command command() {
    CommandSpec spec =
        CommandSpec.moderation(
                "member zone",
                "Set the time zone of a member who cannot do it themselves",
                Audience.CALLER,
                MEMBER,
                TIMEZONE.suggesting((caller, typed) -> Zones.suggest(typed, clock.instant())),
                REASON)
            .withExamples("member zone @asha Asia/Kolkata reason:\"moved; asked me to\"");
    return members.command(spec, this::set);
  }

  private Reply set(Request request) {
    Member moderator = request.member();
    Account account = request.required(MEMBER);
    Member member = members.other(moderator.community(), account);
    Instant now = request.at();
    ZoneId zone = Zones.read("timezone", request.required(TIMEZONE), now);
    String reason = request.required(REASON);
    ZoneId before =
        database.transaction(() -> {
          members.lock(member);
          ZoneId left = members.reload(member).zoneAt(now);
          if (zone.equals(left)) {
            throw Refusal.of(
                Problem.CONFLICT, "%s is in %s already.".formatted(member.name(), zone.getId()));
          }
          streaks.setZone(member, zone, now);
          audit.add(
              member.community(),
              AuditEntry.about(
                  member,
                  moderator,
                  now,
                  "set the time zone of %s to %s, from %s"
                      .formatted(member.name(), zone.getId(), left.getId()),
                  reason,
                  MemberZoneUndo.of(left, zone)));
          return left;
        });
    Member moved = members.reload(member);
    notifier.tell(
        moved,
        Reply.Card.titled(moderator.name() + " set your time zone to " + zone.getId())
            .text("“" + reason + "”")
            .field("Your study day", Wording.date(moved.days().today(now)))
            .text("No day is lost and none is won by it.")
            .button("My settings", Action.of("settings"))
            .build());
    return Reply.Card.titled("The time zone of %s is now %s".formatted(member.name(), zone.getId()))
        .text(
            "It was %s. Today stays %s for them, and no day is lost or won by the change. They have been told, and it is in the audit log."
                .formatted(before.getId(), Wording.date(moved.days().today(now))))
        .text("“" + reason + "”")
        .fact("member", member.name())
        .fact("timezone", zone.getId())
        .fact("before", before.getId())
        .fact("studyDay", moved.days().today(now))
        .build();
  }
}
