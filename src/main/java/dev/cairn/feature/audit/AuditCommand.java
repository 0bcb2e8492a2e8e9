package dev.cairn.feature.audit;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.command.Command;
import dev.cairn.domain.MemberId;
import dev.cairn.feature.audit.AuditLog.Kept;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /audit}: what moderators changed, and a way to undo it. */
public final class AuditCommand {
  private static final int ENTRIES_A_PAGE = 10;
  private static final int LONGEST_LABEL = 75;

  private static final Option<Account> MEMBER =
      Option.optional("member", new OptionType.Member(), "Only what concerns this member");

  private static final Option<Boolean> UNDO =
      Option.optional("undo", new OptionType.Flag(), "Undo what you did last");

  private static final Option<Long> ID =
      Option.hidden("id", new OptionType.Whole(1, Long.MAX_VALUE), "Which entry to undo");

  private static final Option<Boolean> CONFIRM =
      Option.hidden("confirm", new OptionType.Flag(), "Whether to really undo it");

  private static final Option<Long> PAGE =
      Option.hidden("page", new OptionType.Whole(1, 10_000), "Page");

  private static final CommandSpec SPEC =
      CommandSpec.moderation(
              "audit",
              "What moderators changed, the newest first, and a way to undo it",
              Audience.CALLER,
              MEMBER,
              UNDO,
              ID,
              CONFIRM,
              PAGE)
          .withExamples("audit", "audit member:@asha", "audit undo:true");

  private final AuditLog log;
  private final Undos undos;
  private final Members members;

  public AuditCommand(AuditLog log, Undos undos, Members members) {
    this.log = log;
    this.undos = undos;
    this.members = members;
  }

  /** The command. */
  public Command command() {
    return members.command(SPEC, this::audit);
  }

  private Reply audit(Request request) {
    Member caller = request.member();
    Optional<Long> id = request.get(ID);
    if (id.isEmpty() && !request.isSet(UNDO)) {
      return list(caller, request);
    }
    Kept kept =
        id.map(given -> undos.existing(caller.community(), given))
            .or(() -> undos.last(caller))
            .orElseThrow(() ->
                Refusal.of(Problem.NOT_FOUND, "You have changed nothing that could be undone."));
    return request.isSet(CONFIRM)
        ? undo(caller, kept, request.at())
        : reallyUndo(caller, kept, request.at());
  }

  private Reply reallyUndo(Member caller, Kept kept, Instant at) {
    return Reply.Card.titled("Undo this?")
        .tone(Reply.Tone.WARNING)
        .text(line(kept))
        .text(undos.outlook(caller, kept, at) + " Nothing is changed yet.")
        .control(
            new Control.Button(
                "Undo",
                Action.of("audit").with("id", kept.id()).with("confirm", true),
                Control.Button.Style.DANGER,
                Effect.UPDATE))
        .button("Audit log", Action.of("audit"))
        .fact("id", kept.id())
        .fact("what", kept.entry().what())
        .fact("undone", false)
        .build();
  }

  private Reply undo(Member caller, Kept kept, Instant at) {
    String text = undos.undo(caller, kept.id(), at);
    return Reply.Card.titled("Undone")
        .text(line(kept))
        .text(text)
        .button("Audit log", Action.of("audit"))
        .fact("id", kept.id())
        .fact("what", kept.entry().what())
        .fact("undone", true)
        .build();
  }

  private Reply list(Member caller, Request request) {
    Optional<Account> asked = request.get(MEMBER);
    Optional<MemberId> about =
        asked.map(account -> members.other(caller.community(), account).id());
    int page = request.get(PAGE).orElse(1L).intValue();
    List<Kept> found =
        log.newest(caller.community(), about, (page - 1) * ENTRIES_A_PAGE, ENTRIES_A_PAGE + 1);
    List<Kept> shown = found.stream().limit(ENTRIES_A_PAGE).toList();
    CardBuilder card = Reply.Card.titled("Audit log");
    if (found.isEmpty()) {
      card.text(
          "Nothing has been changed by a moderator" + (page == 1 ? " yet." : " before that."));
    }
    card.items(shown.stream().map(AuditCommand::line).toList());
    offerToUndo(card, shown);
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
    return card.fact("entries", shown.stream().map(kept -> kept.entry().what()).toList()).build();
  }

  /** A button for the only one that can be undone, a list for several. */
  private void offerToUndo(CardBuilder card, List<Kept> shown) {
    List<ChoiceValue> choices =
        shown.stream()
            .filter(kept -> undos.obstacle(kept).isEmpty())
            .map(kept ->
                new ChoiceValue(
                    Long.toString(kept.id()),
                    Excerpt.of(kept.entry().byName() + " " + kept.entry().what(), LONGEST_LABEL)))
            .toList();
    if (choices.size() == 1) {
      card.button("Undo", Action.of("audit").with("id", choices.getFirst().value()));
    } else if (!choices.isEmpty()) {
      card.control(new Control.Select("Undo one", Action.of("audit"), "id", choices, Effect.REPLY));
    }
  }

  private static RichText line(Kept kept) {
    AuditEntry entry = kept.entry();
    RichText line =
        RichText.EMPTY
            .moment(entry.at(), Span.Moment.Style.DATE_TIME)
            .plain(": ")
            .bold(entry.byName())
            .plain(" " + entry.what());
    line = entry.reason() == null ? line : line.plain(": “" + entry.reason() + "”");
    return kept.undoneBy() == null ? line : line.plain(" (undone by " + kept.undoneBy() + ")");
  }
}
