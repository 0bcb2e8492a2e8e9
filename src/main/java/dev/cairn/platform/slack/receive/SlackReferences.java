package dev.cairn.platform.slack.receive;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;
import dev.cairn.command.References;
import dev.cairn.platform.slack.workspace.SlackDirectory;
import dev.cairn.platform.slack.workspace.SlackInstallation;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members, channels and user groups as Slack writes them: {@code <@U123|asha>}, {@code
 * <#C123|general>}, {@code <!subteam^S123|@writers>}.
 */
final class SlackReferences implements References {
  private static final Pattern MEMBER = Pattern.compile("<?@?([UW][A-Z0-9]+)(?:\\|[^>]*)?>?");
  private static final Pattern CHANNEL = Pattern.compile("<?#?([CGD][A-Z0-9]+)(?:\\|([^>]*))?>?");
  private static final Pattern GROUP =
      Pattern.compile("(?:<!subteam\\^)?(S[A-Z0-9]+)(?:\\|@?([^>]*))?>?");
  private static final Pattern NAMED =
      Pattern.compile("<([@#]|!subteam\\^)([A-Z][A-Z0-9]*)(?:\\|@?([^>]*))?>");

  private final SlackDirectory directory;
  private final SlackInstallation installation;

  SlackReferences(SlackDirectory directory, SlackInstallation installation) {
    this.directory = directory;
    this.installation = installation;
  }

  @Override
  public Optional<Account> member(String text) {
    Matcher id = MEMBER.matcher(text.strip());
    if (id.matches()) {
      return directory.member(installation, id.group(1));
    }
    String name = text.strip();
    return directory.named(installation, name.startsWith("@") ? name.substring(1) : name);
  }

  @Override
  public Optional<Value.Channel> channel(String text) {
    Matcher id = CHANNEL.matcher(text.strip());
    if (!id.matches()) {
      return Optional.empty();
    }
    String name = id.group(2);
    return Optional.of(
        new Value.Channel(id.group(1), name == null || name.isEmpty() ? id.group(1) : name));
  }

  @Override
  public Optional<Value.Role> role(String text) {
    Matcher id = GROUP.matcher(text.strip());
    if (!id.matches()) {
      return Optional.empty();
    }
    String name = id.group(2);
    return Optional.of(
        new Value.Role(id.group(1), name == null || name.isBlank() ? id.group(1) : name));
  }

  @Override
  public String inWords(String text) {
    return NAMED
        .matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement((m.group(1).equals("#") ? "#" : "@") + name(m)));
  }

  private String name(MatchResult match) {
    String given = match.group(3);
    if (given != null && !given.isBlank()) {
      return given;
    }
    String id = match.group(2);
    return match.group(1).equals("@")
        ? directory.member(installation, id).map(Account::name).orElse(id)
        : id;
  }
}
