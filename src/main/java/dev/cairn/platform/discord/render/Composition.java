package dev.cairn.platform.discord.render;

import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.PlainText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.actionrow.ActionRow;

/**
 * Puts lines, pictures and controls together so that they fit into one message. Where the text is
 * too long it is shortened visibly, and all of it goes along as a file.
 */
final class Composition {
  private static final String ATTACHED =
      CardText.SMALL + "Shortened here. All of it is in the file below.";
  private static final String SHORTENED =
      CardText.SMALL + "Shortened here: it is too long for a message, and I may not attach files.";
  private static final String FILE = "all-of-it.txt";

  /** Kept free for the container and for a mention above it. */
  private static final int OTHER_COMPONENTS = 2;

  /** Kept free for a mention above the container. */
  private static final int ROOM = DiscordLimits.MESSAGE_TEXT - 30;

  /** A picture whose sides are at most this many pixels stands beside its text. */
  private static final int THUMBNAIL_SIDE = 256;

  private final List<Group> groups = new ArrayList<>();
  private final CardText text;
  private final boolean files;
  private int pictures;
  private boolean altTextCut;

  /** What stands together. */
  private sealed interface Group {
    /**
     * A paragraph.
     *
     * @param markdown all of the lines, drawn once
     */
    record Lines(List<TextLine> lines, String markdown) implements Group {}

    record Pictures(List<Image> images) implements Group {}

    record Rule() implements Group {}

    record Enclosed(Block.File file) implements Group {}
  }

  /**
   * Begins a message.
   *
   * @param files whether files may be attached; where not, pictures are told in words
   */
  Composition(CardText text, boolean files) {
    this.text = text;
    this.files = files;
  }

  /** Adds lines as a paragraph of their own. */
  void add(List<TextLine> lines) {
    String markdown =
        lines.stream().map(TextLine::markdown).collect(Collectors.joining("\n")).stripTrailing();
    if (!markdown.isBlank()) {
      groups.add(new Group.Lines(lines, markdown));
    }
  }

  /** Adds a picture, or its words where a message takes no more pictures. */
  void add(Image image) {
    // One place is kept for the file with the whole text.
    if (!files || pictures == DiscordLimits.ATTACHMENTS - 1) {
      add(text.told(image));
      return;
    }
    pictures++;
    altTextCut |= image.altText().length() > DiscordLimits.ALT_TEXT;
    if (!groups.isEmpty()
        && groups.getLast() instanceof Group.Pictures(List<Image> before)
        && before.size() < DiscordLimits.GALLERY_ITEMS) {
      List<Image> together = new ArrayList<>(before);
      together.add(image);
      groups.set(groups.size() - 1, new Group.Pictures(together));
    } else {
      groups.add(new Group.Pictures(List.of(image)));
    }
  }

  /** Adds a file, or its name where none may be sent. */
  void add(Block.File file) {
    if (files && pictures < DiscordLimits.ATTACHMENTS - 1) {
      pictures++;
      add(text.of(file));
      groups.add(new Group.Enclosed(file));
    } else {
      add(text.told(file));
    }
  }

  /** Adds a line across the message, where something stands above it. */
  void rule() {
    if (!groups.isEmpty() && !(groups.getLast() instanceof Group.Rule)) {
      groups.add(new Group.Rule());
    }
  }

  /**
   * The message.
   *
   * @param wholeText goes along as a file where it does not fit and files may be attached
   */
  List<Element> elements(Supplier<String> wholeText, ControlRows controls) {
    add(controls.hints().stream().<TextLine>map(hint -> hint).toList());
    List<ActionRow> rows = controls.rows();
    int componentsOfRows = rows.stream().mapToInt(row -> 1 + row.getComponents().size()).sum();
    boolean fits = length() <= ROOM;
    List<Element> body = texts(fits);
    boolean attached = files && (!fits || altTextCut);
    int room = DiscordLimits.COMPONENTS - OTHER_COMPONENTS - componentsOfRows - (attached ? 1 : 0);
    List<Element> elements = new ArrayList<>(joined(body, room));
    if (attached) {
      String hints =
          controls.hints().stream()
              .map(hint -> PlainText.of(hint.text()))
              .collect(Collectors.joining("\n"));
      elements.add(
          new Element.Attached(
              FILE, hints.isEmpty() ? wholeText.get() : wholeText.get() + "\n\n" + hints));
    }
    if (elements.isEmpty()) {
      elements.add(new Element.Text(TextLine.ELLIPSIS));
    }
    rows.forEach(row -> elements.add(new Element.Controls(row)));
    return elements;
  }

  private int length() {
    return groups.stream()
            .mapToInt(group ->
                group instanceof Group.Lines(var _, String markdown) ? markdown.length() : 0)
            .sum()
        // Paragraphs may have to be joined by an empty line.
        + 2 * groups.size();
  }

  /** All groups as elements, the text shortened unless it fits. */
  private List<Element> texts(boolean fits) {
    List<Element> elements = new ArrayList<>();
    String note = files ? ATTACHED : SHORTENED;
    int room = ROOM - note.length() - 2;
    boolean full = false;
    for (Group group : groups) {
      switch (group) {
        case Group.Lines(List<TextLine> lines, String markdown) -> {
          String text = fits ? markdown : full ? "" : cut(lines, room - 2);
          full |= !fits && !text.equals(markdown);
          room -= text.length() + 2;
          if (!text.isBlank()) {
            elements.add(new Element.Text(text));
          }
        }
        case Group.Pictures(List<Image> images) -> pictures(elements, images);
        case Group.Rule() -> elements.add(new Element.Rule());
        case Group.Enclosed(Block.File file) ->
            elements.add(new Element.Attached(file.name(), file.content()));
      }
    }
    if (!fits) {
      elements.add(new Element.Text(note));
    }
    return elements;
  }

  private static String cut(List<TextLine> lines, int room) {
    StringBuilder text = new StringBuilder();
    for (TextLine line : lines) {
      int left = room - text.length() - 1;
      String markdown = line.markdown();
      if (markdown.length() > left) {
        text.append(line.cut(Math.max(0, left)));
        break;
      }
      text.append(markdown).append('\n');
    }
    return text.toString().stripTrailing();
  }

  private static void pictures(List<Element> elements, List<Image> images) {
    if (images.size() == 1
        && isSmall(images.getFirst())
        && !elements.isEmpty()
        && elements.getLast() instanceof Element.Text(String markdown)) {
      elements.set(elements.size() - 1, new Element.Beside(markdown, images.getFirst()));
    } else {
      elements.add(new Element.Gallery(images));
    }
  }

  private static boolean isSmall(Image image) {
    // A PNG begins with 8 bytes of signature, 8 of a chunk's head, then width and height.
    ByteBuffer png = ByteBuffer.wrap(image.png());
    if (png.remaining() < 24) {
      return false;
    }
    int width = png.getInt(16);
    int height = png.getInt(20);
    return width > 0 && height > 0 && width <= THUMBNAIL_SIDE && height <= THUMBNAIL_SIDE;
  }

  /** The elements in at most so many components: rules go first, then paragraphs are joined. */
  private static List<Element> joined(List<Element> elements, int room) {
    if (components(elements) <= room) {
      return elements;
    }
    List<Element> joined = new ArrayList<>();
    for (Element element : elements) {
      if (element instanceof Element.Text(String markdown)
          && !joined.isEmpty()
          && joined.getLast() instanceof Element.Text(String before)) {
        joined.set(joined.size() - 1, new Element.Text(before + "\n\n" + markdown));
      } else if (!(element instanceof Element.Rule)) {
        joined.add(element);
      }
    }
    return joined;
  }

  private static int components(List<Element> elements) {
    return elements.stream()
        .mapToInt(element ->
            switch (element) {
              case Element.Beside beside -> 3;
              case Element.Controls(ActionRow row) -> 1 + row.getComponents().size();
              case Element.Text text -> 1;
              case Element.Gallery gallery -> 1;
              case Element.Rule rule -> 1;
              case Element.Attached attached -> 1;
            })
        .sum();
  }
}
