package dev.cairn.platform.slack.receive;

import dev.cairn.chat.reply.Refusal;
import dev.cairn.command.CommandRegistry;
import dev.cairn.command.LineReader;
import dev.cairn.command.References;
import dev.cairn.platform.slack.SlackFixtureCommands;
import java.nio.charset.StandardCharsets;

/** What members type in Slack. */
public final class SlackTextFuzz {
  private static final CommandRegistry COMMANDS = new SlackFixtureCommands().dialogue().registry();

  private SlackTextFuzz() {}

  /** A text arrives as it was typed, and is a command or refused. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String sent = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    if (!TypedText.of(sent).equals(text)) {
      throw new IllegalStateException(sent + " arrives as " + TypedText.of(sent));
    }
    read(TypedText.of(text));
    read(TypedText.addressed(text, "UBOT", "study"));
  }

  private static void read(String line) {
    try {
      new LineReader(COMMANDS).read(line, References.NONE);
    } catch (Refusal told) {
      if (told.notice().text().spans().isEmpty()) {
        throw new IllegalStateException("nothing is said about " + line);
      }
    }
  }
}
