package dev.cairn.feature.review;

import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Refusal;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.domain.CommunityId;
import dev.cairn.feature.Wording;
import dev.cairn.feature.audit.AuditEntry;
import dev.cairn.feature.audit.AuditLog;
import dev.cairn.feature.audit.Undo;
import dev.cairn.feature.member.Members;
import dev.cairn.feature.member.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** {@code /community export}: the review log of a community that shares it, without names. */
public final class ReviewExportCommand {
  /** More would be a file that a platform does not take, and too much to hold for an answer. */
  private static final int MOST_ANSWERS = 100_000;

  private final ReviewLogExport export;
  private final Members members;
  private final AuditLog audit;

  /**
   * @param audit keeps who had the log, and how much of it
   */
  public ReviewExportCommand(ReviewLogExport export, Members members, AuditLog audit) {
    this.export = export;
    this.members = members;
    this.audit = audit;
  }

  /** The command. */
  public Command command() {
    return members.command(
        CommandSpec.moderation(
                "community export",
                "Get what members answered to their review cards, as a file without names",
                Audience.CALLER)
            .withExamples("community export"),
        this::export);
  }

  private Reply export(Request request) {
    if (!request.community().sharesReviews()) {
      throw Refusal.of(
          Problem.CONFLICT,
          RichText.of(
                  "This community does not share its review log. Ask your members; if they agree: ")
              .command("community set", "reviewexport:true"));
    }
    CommunityId community = request.community().id();
    if (export.answers(community) > MOST_ANSWERS) {
      throw Refusal.of(
          Problem.CONFLICT,
          "There are over 100,000 answers, too many for a message. Whoever runs me here can write"
              + " them to a file: cairn database reviews.");
    }
    StringBuilder log = new StringBuilder();
    ReviewLogExport.Written written = write(community, log);
    if (written.learners() == 0) {
      throw Refusal.of(
          Problem.CONFLICT,
          "Fewer than %d members here have reviewed and share it: they could be told apart."
              .formatted(ReviewLogExport.LEAST_LEARNERS));
    }
    String amount =
        "%s of %s"
            .formatted(
                Wording.count(written.answers(), "answer"),
                Wording.count(written.learners(), "member"));
    audit.add(
        request.community(),
        AuditEntry.of(
            request.member(),
            request.at(),
            "exported the review log without names: " + amount,
            Undo.never("An export cannot be undone: the file is with whoever asked for it.")));
    Block.File file =
        new Block.File("cairn-reviews.csv", "text/csv; charset=utf-8", log.toString());
    return Reply.Card.titled("The review log, without names")
        .text(
            amount
                + ". A member has another number in every export. Please do not try to find out who"
                + " is who, and do not publish it beside anything that tells when somebody"
                + " studied.")
        .block(file)
        .fact("answers", written.answers())
        .fact("members", written.learners())
        .fact("files", List.of(Map.of("name", file.name(), "size", file.size())))
        .build();
  }

  private ReviewLogExport.Written write(CommunityId community, StringBuilder log) {
    try {
      return export.write(community, log);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
