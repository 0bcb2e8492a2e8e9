package dev.cairn.feature.role;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.JourneyDay;
import dev.cairn.catalog.Role;
import dev.cairn.chat.Action;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.feature.member.Member;
import dev.cairn.feature.member.Request;
import dev.cairn.feature.study.StudyRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which roles are close to what a member has studied, and which days are missing for each. */
public final class NearRoles {
  private static final int SHOWN = 5;
  private static final int MISSING_SHOWN = 12;
  private static final int PERCENT = 100;

  private final Catalog catalog;
  private final StudyRecord studied;

  public NearRoles(Catalog catalog, StudyRecord studied) {
    this.catalog = catalog;
    this.studied = studied;
  }

  /**
   * A role, as far as somebody has studied for it.
   *
   * @param studied how many of the days that people in this role live by were studied
   * @param missing the others, in order
   */
  private record Nearness(Role role, int studied, List<JourneyDay> missing) {
    private int of() {
      return studied + missing.size();
    }

    private int percent() {
      return PERCENT * studied / of();
    }
  }

  /** The card for whoever asks. */
  public Reply of(Request request) {
    Member member = request.member();
    Set<String> known = studied.firstStudied(member).keySet();
    List<Nearness> roles =
        catalog.roles().stream()
            .map(role -> nearness(role, known))
            .filter(role -> role.of() > 0)
            .sorted(
                Comparator.comparingDouble((Nearness near) -> (double) near.studied() / near.of())
                    .reversed()
                    .thenComparingInt(Nearness::of))
            .toList();
    CardBuilder card = Reply.Card.titled("Roles close to what you have studied");
    if (roles.stream().allMatch(role -> role.studied() == 0)) {
      card.text(
          RichText.of("You have not studied a day that belongs to a role yet. To start: ")
              .command("topic"));
    } else {
      card.text("Each day of the journey names the roles that do this work.");
      roles.stream()
          .filter(role -> role.studied() > 0)
          .limit(SHOWN)
          .forEach(role -> card.text(line(role)));
    }
    return card.button("My progress", Action.of("progress"))
        .button("All roles", RoleCommand.ALL)
        .fact("roles", roles.stream().map(NearRoles::fact).toList())
        .build();
  }

  private Nearness nearness(Role role, Set<String> known) {
    Map<Boolean, List<JourneyDay>> days =
        catalog.journey().stream()
            .filter(day -> day.roles().contains(role.id()))
            .collect(Collectors.partitioningBy(day -> known.contains(day.id())));
    return new Nearness(
        role, days.getOrDefault(true, List.of()).size(), days.getOrDefault(false, List.of()));
  }

  private static RichText line(Nearness role) {
    RichText line =
        RichText.EMPTY
            .bold(role.role().name())
            .plain(": %d of %d days (%d%%)".formatted(role.studied(), role.of(), role.percent()));
    if (role.missing().isEmpty()) {
      return line.plain(". None is missing.");
    }
    String named =
        role.missing().stream()
            .limit(MISSING_SHOWN)
            .map(day -> Integer.toString(day.day()))
            .collect(Collectors.joining(", "));
    int more = role.missing().size() - MISSING_SHOWN;
    return line.plain(
        ". Missing: days " + named + (more > 0 ? " and " + more + " more" : "") + ".");
  }

  private static Map<String, @Nullable Object> fact(Nearness role) {
    return ReplyData.NONE
        .with("id", role.role().id())
        .with("name", role.role().name())
        .with("studied", role.studied())
        .with("of", role.of())
        .with("missing", role.missing().stream().map(JourneyDay::day).toList())
        .values();
  }
}
