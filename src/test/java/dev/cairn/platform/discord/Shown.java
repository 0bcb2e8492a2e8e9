package dev.cairn.platform.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chat.reply.PlainText;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import dev.cairn.platform.discord.render.DiscordMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** What a member sees of a message, read back from what is sent. */
public final class Shown {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(<([^>]*)>\\)");

  private static final Pattern MOMENT = Pattern.compile("<t:([0-9]+):([RDf])>");

  private static final Pattern COMMAND = Pattern.compile("</([a-z -]+):[0-9]+>");

  private Shown() {}

  /** The message as JSON. */
  public static JsonNode json(DiscordMessage message) {
    try (MessageCreateData data = message.create()) {
      return JSON.readTree(data.toData().toJson());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The texts of a message as read, without markup; files and descriptions of pictures too. */
  public static String text(DiscordMessage message) {
    StringBuilder text = new StringBuilder();
    collect(json(message).path("components"), text);
    try (MessageCreateData data = message.create()) {
      for (FileUpload file : data.getAllDistinctFiles()) {
        if (file.getName().endsWith(".txt")) {
          text.append(new String(file.getData().readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void collect(JsonNode node, StringBuilder text) {
    for (String field : new String[] {"content", "label", "placeholder", "description"}) {
      if (node.path(field).isTextual()) {
        String value = node.path(field).asText();
        text.append(field.equals("content") ? read(value) : value).append('\n');
      }
    }
    node.forEach(child -> collect(child, text));
  }

  /** Markdown as a reader sees it: what is escaped is literal, all other markup is gone. */
  static String read(String markdown) {
    String hidden = ESCAPED.matcher(markdown).replaceAll(match -> hide(match.group(1)));
    String moments =
        MOMENT.matcher(hidden).replaceAll(match -> moment(match.group(1), match.group(2)));
    String commands = COMMAND.matcher(moments).replaceAll("/$1");
    return show(LINK.matcher(commands).replaceAll("$1 $2").replace("<@1001>", "@Asha"));
  }

  /**
   * A text without spaces and the characters that may be markup or may be meant: for finding words
   * in it.
   */
  public static String comparable(String text) {
    return text.replaceAll("[*`<>\\\\\u200b\\s]", "");
  }

  private static String moment(String second, String style) {
    return PlainText.of(
        RichText.EMPTY.moment(
            Instant.ofEpochSecond(Long.parseLong(second)),
            switch (style) {
              case "R" -> Span.Moment.Style.RELATIVE;
              case "D" -> Span.Moment.Style.DATE;
              default -> Span.Moment.Style.DATE_TIME;
            }));
  }

  private static String hide(String character) {
    return String.valueOf((char) (0xE000 + character.charAt(0) % 0x800));
  }

  private static String show(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(c -> shown.append(c >= 0xE000 && c < 0xE100 ? (char) (c - 0xE000) : (char) c));
    return shown.toString();
  }
}
