package dev.cairn.feature.setup;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Audience;
import dev.cairn.chat.CommandSpec;
import dev.cairn.chat.Invocation;
import dev.cairn.chat.Option;
import dev.cairn.chat.OptionType;
import dev.cairn.chat.Place;
import dev.cairn.chat.Platform;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.command.Command;
import dev.cairn.connection.Connections;
import dev.cairn.connection.ForumLookup.Forum;
import dev.cairn.connection.ForumLookup.Tag;
import dev.cairn.connection.InstallationCheck;
import dev.cairn.connection.InstallationCheck.Finding;
import dev.cairn.connection.InstallationCheck.Gravity;
import dev.cairn.feature.daily.DailyPostSettings;
import dev.cairn.feature.daily.DailyPosts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /community doctor}: which permission, role, tag or setting is missing, and how to fix it.
 */
public final class DoctorCommand {
  private static final Option<Value.Channel> CHANNEL =
      Option.optional(
          "channel",
          new OptionType.Channel(),
          "The channel to check; the daily topic's if left out");

  private final Connections connections;
  private final DailyPosts dailyPosts;

  /**
   * @param connections of the platforms that will be connected
   * @param dailyPosts know the channel that I am to post in
   */
  public DoctorCommand(Connections connections, DailyPosts dailyPosts) {
    this.connections = connections;
    this.dailyPosts = dailyPosts;
  }

  /** The command. */
  public Command command() {
    return new Command(
        CommandSpec.moderation(
                "community doctor",
                "Find out which permissions are missing here",
                Audience.CALLER,
                CHANNEL)
            .withExamples("community doctor", "community doctor channel:#general"),
        this::examine);
  }

  private Reply examine(Invocation invocation) {
    Platform platform = invocation.caller().account().platform();
    List<Finding> findings =
        connections
            .installationCheck(platform)
            .map(check -> found(check, invocation))
            .orElseGet(() -> withoutDoctor(platform));
    return card(findings);
  }

  /** What was found in the community, and for each daily post that is set, once. */
  private List<Finding> found(InstallationCheck check, Invocation invocation) {
    Place place = Place.of(invocation.caller().account());
    Set<Finding> found = new LinkedHashSet<>(check.examine(place.id(), channel(invocation)));
    Optional<String> named = invocation.arguments().get(CHANNEL).map(Value.Channel::id);
    for (DailyPostSettings daily : dailyPosts.all(place)) {
      if (named.isEmpty() || named.get().equals(daily.channel().id())) {
        Stream.concat(check.obstacles(place.id(), daily.posts()).stream(), withTag(daily).stream())
            .filter(finding -> !found.contains(finding))
            .map(finding -> of(daily, finding))
            .toList()
            .forEach(found::add);
      }
    }
    return Finding.orAllIsWell(
        found.stream().filter(finding -> finding.gravity() != Gravity.FINE).toList());
  }

  private static Finding of(DailyPostSettings daily, Finding finding) {
    return new Finding(
        finding.gravity(),
        "The daily post in #%s: %s".formatted(daily.channel().name(), finding.what()),
        finding.remedy());
  }

  /** A tag may be removed or reserved after it was chosen, and a forum may come to want one. */
  private Optional<Finding> withTag(DailyPostSettings daily) {
    Tag tag = daily.furnishing().tag();
    Optional<Forum> forum = connections.forum(daily.channelRef());
    if (forum.isEmpty()
        || (tag == null && !forum.get().tagged())
        || forum.get().tags().stream().anyMatch(it -> tag != null && it.id().equals(tag.id()))) {
      return Optional.empty();
    }
    if (tag != null && forum.get().reserved().contains(tag.name())) {
      return Optional.of(
          new Finding(
              Gravity.LIMITED,
              "only moderators may use its tag %s by now.".formatted(tag.name()),
              "Give my role the permission Manage Threads there, or choose another for tag in daily"
                  + " set."));
    }
    String gone =
        tag == null ? "it has no tag" : "its tag %s is there no longer".formatted(tag.name());
    return Optional.of(
        forum.get().tagged()
            ? new Finding(
                Gravity.BROKEN,
                gone + ", and the forum wants one on each post.",
                "Choose one for tag in daily set.")
            : new Finding(
                Gravity.LIMITED, gone + ".", "Choose another for tag in daily set, or none."));
  }

  /** The channel that was named, or the daily topic's, or else this one. */
  private @Nullable String channel(Invocation invocation) {
    Account account = invocation.caller().account();
    return invocation
        .arguments()
        .get(CHANNEL)
        .or(() ->
            dailyPosts.all(Place.of(account)).stream().findFirst().map(DailyPostSettings::channel))
        .map(Value.Channel::id)
        .orElse(invocation.channel());
  }

  private static List<Finding> withoutDoctor(Platform platform) {
    return switch (platform) {
      case LOCAL ->
          List.of(
              new Finding(
                  Gravity.FINE,
                  "All is well: nothing needs permission here, so nothing can be missing.",
                  null));
      case DISCORD, SLACK ->
          List.of(
              new Finding(
                  Gravity.LIMITED,
                  "I cannot check my permissions right now.",
                  "Try again in a minute; if it persists, ask the operator to look at the log."));
    };
  }

  private static Reply card(List<Finding> findings) {
    boolean fine = findings.stream().allMatch(finding -> finding.gravity() == Gravity.FINE);
    CardBuilder card =
        Reply.Card.titled(fine ? "All is well" : "What I found")
            .tone(fine ? Reply.Tone.GOOD : Reply.Tone.WARNING)
            .items(findings.stream().map(DoctorCommand::told).toList())
            .fact("findings", findings.stream().map(DoctorCommand::fact).toList());
    return fine ? card.build() : card.button("Look again", Action.of("community doctor")).build();
  }

  private static RichText told(Finding finding) {
    RichText what =
        switch (finding.gravity()) {
          case BROKEN -> RichText.EMPTY.bold("I cannot work: ").plain(finding.what());
          case LIMITED -> RichText.EMPTY.bold("Limited: ").plain(finding.what());
          case FINE -> RichText.of(finding.what());
        };
    return finding.remedy() == null ? what : what.plain(" " + finding.remedy());
  }

  private static Map<String, @Nullable Object> fact(Finding finding) {
    return ReplyData.NONE
        .with("gravity", finding.gravity().key())
        .with("what", finding.what())
        .with("remedy", finding.remedy() == null ? "" : finding.remedy())
        .values();
  }
}
