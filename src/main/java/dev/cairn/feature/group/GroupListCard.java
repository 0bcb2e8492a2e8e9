package dev.cairn.feature.group;

import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.Wording;
import dev.cairn.feature.member.Member;
import java.util.List;
import java.util.Optional;

/** The groups of a community, by name. */
final class GroupListCard {
  private static final int GROUPS_A_PAGE = 10;

  private GroupListCard() {}

  static Reply of(List<Group> groups, Member viewer, Optional<Group> own, int sizeLimit, int page) {
    CardBuilder card = Reply.Card.titled("Groups");
    if (groups.isEmpty()) {
      return card.text(
              RichText.of("There is no group yet. Be the first to found one: ")
                  .command("group create", "name:…"))
          .fact("groups", List.of())
          .build();
    }
    int pages = (groups.size() + GROUPS_A_PAGE - 1) / GROUPS_A_PAGE;
    int shown = Math.min(page, pages);
    List<Group> some =
        groups.subList((shown - 1) * GROUPS_A_PAGE, Math.min(shown * GROUPS_A_PAGE, groups.size()));
    card.items(some.stream().map(group -> line(group, viewer, own, sizeLimit)).toList());
    if (pages > 1) {
      card.text("Page " + shown + " of " + pages);
    }
    if (own.isEmpty()) {
      card.text(
          RichText.EMPTY
              .bold(viewer.name())
              .plain(" belongs to none yet. To join one: ")
              .command("group join", "name:…"));
    }
    card.control(
        new Control.Select(
            "Show a group",
            Action.of("group show"),
            "name",
            some.stream().map(group -> new ChoiceValue(group.name(), group.name())).toList(),
            Effect.REPLY));
    Action turn = Action.of("group list");
    if (shown > 1) {
      card.updateButton("‹", turn.with("page", shown - 1));
    }
    if (shown < pages) {
      card.updateButton("›", turn.with("page", shown + 1));
    }
    return card.fact(
            "groups",
            groups.stream()
                .map(group ->
                    ReplyData.NONE
                        .with("name", group.name())
                        .with("members", group.members())
                        .values())
                .toList())
        .build();
  }

  private static RichText line(Group group, Member viewer, Optional<Group> own, int sizeLimit) {
    RichText line =
        RichText.EMPTY.bold(group.name()).plain(": " + Wording.count(group.members(), "member"));
    if (own.filter(mine -> mine.id().equals(group.id())).isPresent()) {
      return line.plain(", " + viewer.name() + " among them");
    }
    return group.members() >= sizeLimit ? line.plain(", full") : line;
  }
}
