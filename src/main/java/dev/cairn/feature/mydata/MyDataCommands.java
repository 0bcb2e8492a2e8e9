package dev.cairn.feature.mydata;

import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Effect;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.util.List;
import java.util.Optional;

/**
 * {@code /mydata}: what is kept about a member, to have and to have deleted; and {@code /community
 * retention}: for how long it is kept when they left.
 */
public final class MyDataCommands {
  private static final int LONGEST_DAYS = 3650;

  private static final Option<Boolean> SURE =
      Option.hidden("sure", new OptionType.Flag(), "Really delete it");

  private static final Option<Long> DAYS =
      Option.optional(
          "days",
          new OptionType.Whole(0, LONGEST_DAYS),
          "How many days after a member left; 0 keeps it until they ask");

  private final MyData data;
  private final Members members;

  public MyDataCommands(MyData data, Members members) {
    this.data = data;
    this.members = members;
  }

  /** The commands. */
  public List<Command> commands() {
    return List.of(
        members.command(
            CommandSpec.personal("mydata export", "Get everything that I keep about you, as files")
                .withExamples("mydata export"),
            this::export),
        members.command(
            CommandSpec.personal(
                    "mydata delete", "Have everything deleted that I keep about you", SURE)
                .withExamples("mydata delete"),
            this::delete),
        members.command(
            CommandSpec.moderation(
                    "community retention",
                    "Say for how long I keep what I know of members who left",
                    Audience.CALLER,
                    DAYS)
                .withExamples("community retention", "community retention days:365"),
            this::retention));
  }

  private Reply export(Request request) {
    Member member = request.member();
    List<Block.File> files = data.export(member, request.at());
    CardBuilder card =
        Reply.Card.titled("Everything I keep about you")
            .text(
                "Here it is twice: once for programs, once for a spreadsheet. It covers this"
                    + " community and every account that you linked here.");
    files.forEach(card::block);
    return card.text(RichText.of("To have all of it deleted: ").command("mydata delete").plain("."))
        .fact(
            "files",
            files.stream()
                .map(file ->
                    ReplyData.NONE.with("name", file.name()).with("size", file.size()).values())
                .toList())
        .build();
  }

  private Reply delete(Request request) {
    Member member = request.member();
    if (!request.isSet(SURE)) {
      return Reply.Card.titled("Delete everything about you?")
          .tone(Reply.Tone.WARNING)
          .text(
              "Your streak, your check-ins and notes, your reviews, answers and posts, your"
                  + " settings and your place in a group go, for this community and every account"
                  + " that you linked here. You leave your group; its past days then count those"
                  + " who stay.")
          .text(
              "What was already posted in a channel stays there: I cannot take back what others"
                  + " have read. Nothing of this can be undone, and I would meet you as a"
                  + " newcomer.")
          .text(RichText.of("You may want a copy first: ").command("mydata export").plain("."))
          .control(
              new Control.Button(
                  "Delete everything",
                  Action.of("mydata delete").with("sure", true),
                  Control.Button.Style.DANGER,
                  Effect.REPLY))
          .button("Get a copy", Action.of("mydata export"))
          .fact("deleted", false)
          .build();
    }
    data.delete(member, request.at());
    return Reply.Card.titled("Deleted")
        .text(
            "I have deleted everything that I kept about you here. Backups that were made before"
                + " are thrown away in their turn. If you ever say something to me again, we start"
                + " afresh.")
        .fact("deleted", true)
        .build();
  }

  private Reply retention(Request request) {
    Member moderator = request.member();
    Optional<Long> given = request.get(DAYS);
    given.ifPresent(days ->
        data.setRetention(
            moderator, Optional.of(days.intValue()).filter(number -> number > 0), request.at()));
    Optional<Integer> days = data.retention(moderator.community());
    return Reply.Card.titled(given.isPresent() ? "Saved" : "Members who leave")
        .text(
            days.map(number ->
                    "When a member has left, I delete everything about them after %s, unless they come back before."
                        .formatted(Wording.count(number, "day")))
                .orElse(
                    "When a member leaves, I keep what I know of them, so that whoever comes back"
                        + " finds their streak as it was. They can have it deleted at any time."))
        .fact("days", days.orElse(0))
        .build();
  }
}
