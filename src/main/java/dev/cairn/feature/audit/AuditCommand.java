package dev.cairn.feature.audit;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.util.List;
import java.util.Optional;

/** {@code /audit}: what moderators changed. */
public final class AuditCommand {
  private static final int ENTRIES_A_PAGE = 10;
  private static final Option<Account> MEMBER =
      Option.optional("member", new OptionType.Member(), "Only what concerns this member");

  private static final Option<Long> PAGE =
      Option.hidden("page", new OptionType.Whole(1, 10_000), "Page");

  private static final CommandSpec SPEC =
      CommandSpec.moderation(
              "audit", "What moderators changed, the newest first", Audience.CALLER, MEMBER, PAGE)
          .withExamples("audit", "audit member:@asha");

  private final AuditLog log;
  private final Members members;

  public AuditCommand(AuditLog log, Members members) {
    this.log = log;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::audit);
  }

  private Reply audit(Request request) {
    Member caller = request.member();
    Optional<Account> asked = request.get(MEMBER);
    Optional<MemberId> about =
        asked.map(account -> members.other(caller.community(), account).id());
    int page = request.get(PAGE).orElse(1L).intValue();
    List<AuditEntry> found =
        log.newest(caller.community(), about, (page - 1) * ENTRIES_A_PAGE, ENTRIES_A_PAGE + 1);
    CardBuilder card = Reply.Card.titled("Audit log");
    if (found.isEmpty()) {
      card.text(
          "Nothing has been changed by a moderator" + (page == 1 ? " yet." : " before that."));
    }
    card.items(found.stream().limit(ENTRIES_A_PAGE).map(AuditCommand::line).toList());
    Action turn =
        asked
            .map(account -> Action.of("audit").with("member", "@" + account.user()))
            .orElse(Action.of("audit"));
    if (page > 1) {
      card.updateButton("‹ Newer", turn.with("page", page - 1));
    }
    if (found.size() > ENTRIES_A_PAGE) {
      card.updateButton("Older ›", turn.with("page", page + 1));
    }
    return card.fact("entries", found.stream().limit(ENTRIES_A_PAGE).map(AuditEntry::what).toList())
        .build();
  }

  private static RichText line(AuditEntry entry) {
    RichText line =
        RichText.EMPTY
            .moment(entry.at(), Span.Moment.Style.DATE_TIME)
            .plain(": ")
            .bold(entry.byName())
            .plain(" " + entry.what());
    return entry.reason() == null ? line : line.plain(": “" + entry.reason() + "”");
  }
}
