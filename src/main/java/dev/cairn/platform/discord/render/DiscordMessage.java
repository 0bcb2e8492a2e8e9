package dev.cairn.platform.discord.render;

import dev.cairn.chat.Account;
import dev.cairn.chat.Value;
import dev.cairn.chat.reply.Excerpt;
import dev.cairn.chat.reply.Image;
import dev.cairn.connection.Ping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.container.ContainerChildComponent;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.section.Section;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.jspecify.annotations.Nullable;

/**
 * A message as Discord takes it: one container, top to bottom. A value that can be sent again; each
 * sending draws it anew, because an upload can be read only once.
 *
 * @param accent colour of the bar at the left, as 0xRRGGBB
 * @param mark a number that stays with the message, by which it can be found again; 0 for none
 * @param pings whom it mentions at its top and notifies when it is sent, or null for nobody
 */
public record DiscordMessage(int accent, List<Element> elements, int mark, @Nullable Ping pings) {

  public DiscordMessage {
    elements = List.copyOf(elements);
  }

  /** The same message, to be found again by this mark. */
  public DiscordMessage marked(int newMark) {
    return new DiscordMessage(accent, elements, newMark, pings);
  }

  /** The same message, which mentions these at its top. */
  public DiscordMessage pinging(@Nullable Ping whom) {
    return new DiscordMessage(accent, elements, mark, whom);
  }

  /** Draws what pictures there are, so that they are there when the message is sent. */
  public void drawPictures() {
    for (Element element : elements) {
      switch (element) {
        case Element.Beside(var markdown, Image image) -> image.png();
        case Element.Gallery(List<Image> images) -> images.forEach(Image::png);
        case Element.Text text -> {}
        case Element.Rule rule -> {}
        case Element.Attached attached -> {}
        case Element.Controls controls -> {}
      }
    }
  }

  /** To be sent as a new message. */
  public MessageCreateData create() {
    MessageCreateBuilder message =
        switch (pings) {
          case null -> silent();
          case Ping.OfMember(Account account) -> silent().mentionUsers(account.user());
          case Ping.OfRole(Value.Role role) -> silent().mentionRoles(role.id());
        };
    return message.build();
  }

  /** To be put in the place of another message: it reads the same, and notifies nobody anew. */
  public MessageEditData edit() {
    return MessageEditData.fromCreateData(silent().build());
  }

  private MessageCreateBuilder silent() {
    return new MessageCreateBuilder()
        .useComponentsV2()
        .setComponents(draw())
        .setAllowedMentions(EnumSet.noneOf(MentionType.class));
  }

  private List<MessageTopLevelComponent> draw() {
    Set<String> names = new HashSet<>();
    List<ContainerChildComponent> children = new ArrayList<>();
    for (Element element : elements) {
      children.add(draw(element, names));
    }
    Container container = Container.of(children).withAccentColor(accent);
    List<MessageTopLevelComponent> drawn = new ArrayList<>();
    // Only a mention in the text rings; a permission to ping alone does not.
    switch (pings) {
      case null -> {}
      case Ping.OfMember(Account account) -> drawn.add(TextDisplay.of("<@" + account.user() + ">"));
      case Ping.OfRole(Value.Role role) -> drawn.add(TextDisplay.of("<@&" + role.id() + ">"));
    }
    drawn.add(mark == 0 ? container : container.withUniqueId(mark));
    return drawn;
  }

  private static ContainerChildComponent draw(Element element, Set<String> names) {
    return switch (element) {
      case Element.Text(String markdown) -> TextDisplay.of(markdown);
      case Element.Beside(String markdown, Image image) ->
          Section.of(
              Thumbnail.fromFile(upload(image, names)).withDescription(altText(image)),
              TextDisplay.of(markdown));
      case Element.Gallery(List<Image> images) ->
          MediaGallery.of(
              images.stream()
                  .map(image ->
                      MediaGalleryItem.fromFile(upload(image, names))
                          .withDescription(altText(image)))
                  .toList());
      case Element.Rule() -> Separator.createDivider(Separator.Spacing.SMALL);
      case Element.Attached(String fileName, String content) ->
          FileDisplay.fromFile(
              FileUpload.fromData(content.getBytes(StandardCharsets.UTF_8), fileName));
      case Element.Controls(var row) -> row;
    };
  }

  private static FileUpload upload(Image image, Set<String> names) {
    String name = image.fileName();
    for (int copy = 2; !names.add(name); copy++) {
      name = image.fileName().replaceFirst("\\.png$", "-" + copy + ".png");
    }
    return FileUpload.fromData(image.png(), name).setDescription(altText(image));
  }

  private static @Nullable String altText(Image image) {
    String alt = image.altText();
    return alt.isBlank() ? null : Excerpt.of(alt, DiscordLimits.ALT_TEXT);
  }
}
