package dev.cairn.platform.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chat.Account;
import dev.cairn.chat.Action;
import dev.cairn.chat.Effect;
import dev.cairn.chat.OptionType.ChoiceValue;
import dev.cairn.chat.Platform;
import dev.cairn.chat.reply.Block;
import dev.cairn.chat.reply.Control;
import dev.cairn.chat.reply.Form;
import dev.cairn.chat.reply.Image;
import dev.cairn.chat.reply.Problem;
import dev.cairn.chat.reply.Reply;
import dev.cairn.chat.reply.ReplyData;
import dev.cairn.chat.reply.RichText;
import dev.cairn.chat.reply.Span;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyHtmlTest {
  private static final String HOSTILE =
      "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>&amp;";
  private static final Instant NOW = Instant.parse("2026-01-01T09:00:00Z");

  private final PictureStore pictures = new PictureStore();
  private final ReplyHtml html = new ReplyHtml(new RichTextHtml(NOW), pictures);

  /** Hostile text in every place where a reply holds text. */
  static Stream<Reply> hostile() {
    RichText text =
        RichText.of(HOSTILE)
            .bold(HOSTILE)
            .code(HOSTILE)
            .link(HOSTILE, URI.create("https://example.org/?a='&b=%22%3E"))
            .mention(new Account(Platform.LOCAL, "lab", "x", HOSTILE));
    Action action = Action.of("echo").with("text", HOSTILE);
    List<Control> controls =
        List.of(
            new Control.Button(HOSTILE, action, Control.Button.Style.DANGER, Effect.REPLY),
            new Control.LinkButton(HOSTILE, URI.create("https://example.org/'")),
            new Control.LinkButton(HOSTILE, URI.create("javascript:alert(3)")),
            new Control.Select(
                HOSTILE, action, "text", List.of(new ChoiceValue(HOSTILE, HOSTILE)), Effect.REPLY),
            new Control.FormButton(HOSTILE, new Form("t", action, List.of("text"), HOSTILE)));
    List<Block> blocks =
        List.of(
            new Block.Text(text),
            new Block.Items(List.of(text), true),
            new Block.Fields(List.of(new Block.Field(HOSTILE, text))),
            new Block.Table(List.of(HOSTILE), List.of(List.of(HOSTILE))),
            new Block.Picture(new Image("x.png", HOSTILE, new byte[] {1})),
            new Block.Divider(),
            new Block.SourceLine(HOSTILE));
    Stream<Reply> eachBlock =
        blocks.stream().map(block -> Reply.Card.titled(HOSTILE).block(block).build());
    Stream<Reply> eachControl =
        controls.stream().map(control -> Reply.Card.titled("t").control(control).build());
    return Stream.concat(
        Stream.concat(eachBlock, eachControl),
        Stream.of(
            new Reply.Notice(Problem.FAILED, text, null, controls, ReplyData.NONE),
            Reply.Card.titled(HOSTILE).text(text).build()));
  }

  @ParameterizedTest
  @MethodSource
  void hostile(Reply reply) {
    String rendered = html.of(1, reply).render();

    assertThat(rendered)
        .doesNotContain("<script")
        .doesNotContain("<img src=x")
        .doesNotContain("href=\"javascript")
        .doesNotContain("\"'>");
    if (!(reply instanceof Reply.Card card && card.blocks().contains(new Block.Divider()))) {
      assertThat(rendered).contains("&lt;script&gt;").contains("&amp;amp;");
    }
  }

  @Test
  void onlyWebAddressesAreLinks() {
    assertThat(link("https://example.org/")).contains("href=\"https://example.org/\"");
    assertThat(link("javascript:alert(1)"))
        .doesNotContain("<a")
        .contains("here (javascript:alert(1))");
    assertThat(link("file:///etc/passwd")).doesNotContain("<a");
    assertThat(link("//example.org")).doesNotContain("<a");
  }

  @Test
  void aCommandIsTypedForWhoPressesItAsFarAsItIsKnown() {
    assertThat(typed("done", "")).contains(">/done</button>").contains("data-types=\"/done \"");
    assertThat(typed("topic", "[day] [track]"))
        .contains(">/topic [day] [track]</button>")
        .contains("data-types=\"/topic \"");
    assertThat(typed("group create", "name:…")).contains("data-types=\"/group create name:\"");
    assertThat(typed("topic", "day:12")).contains("data-types=\"/topic day:12 \"");
  }

  private static String typed(String command, String rest) {
    return new RichTextHtml(NOW).of(RichText.EMPTY.command(command, rest)).render();
  }

  @Test
  void momentsAreToldInWordsAndForMachines() {
    String rendered =
        new RichTextHtml(NOW)
            .of(
                RichText.EMPTY
                    .moment(NOW.plusSeconds(10_800), Span.Moment.Style.RELATIVE)
                    .moment(NOW.minusSeconds(86_400), Span.Moment.Style.RELATIVE)
                    .moment(NOW, Span.Moment.Style.DATE_TIME))
            .render();

    assertThat(rendered)
        .contains(">in 3 hours<", ">1 day ago<", ">1 January 2026 at 09:00 UTC<")
        .contains("datetime=\"2026-01-01T12:00:00Z\"");
  }

  @Test
  void aPictureIsServedByTheHashOfItsContentWithItsAltText() {
    String rendered =
        html.of(
                1,
                Reply.Card.titled("t")
                    .picture(new Image("a.png", "Three bars", new byte[] {1, 2, 3}))
                    .build())
            .render();

    String hash = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
    assertThat(rendered).contains("src=\"/pictures/" + hash + ".png\"", "alt=\"Three bars\"");
    assertThat(pictures.find(hash)).contains(new byte[] {1, 2, 3});
    assertThat(pictures.find("0000")).isEmpty();
  }

  @Test
  void aFileIsALinkToWhatCanBeKept() {
    Block.File file = new Block.File("my-data.csv", "text/csv; charset=utf-8", "record,number");
    String rendered = html.of(1, Reply.Card.titled("t").block(file).build()).render();
    assertThat(rendered)
        .contains("download=\"my-data.csv\"")
        .containsPattern("href=\"/files/[0-9a-f]{64}/my-data.csv\"");
    String path = rendered.replaceAll("(?s).*href=\"/files/([0-9a-f]+)/.*", "$1");
    assertThat(pictures.findFile(path)).contains(file);
    assertThat(pictures.findFile("0000")).isEmpty();
  }

  @Test
  void controlsAreNumberedAsOffersAre() {
    String rendered =
        html.of(
                7,
                Reply.Card.titled("t")
                    .button("One", Action.of("one"))
                    .link("Elsewhere", URI.create("https://example.org/"))
                    .control(
                        new Control.Select(
                            "Pick",
                            Action.of("two"),
                            "of",
                            List.of(new ChoiceValue("a", "A"), new ChoiceValue("b", "B")),
                            Effect.REPLY))
                    .button("Last", Action.of("last"))
                    .build())
            .render();

    assertThat(rendered)
        .contains("hx-post=\"/press/7/0\" name=\"action\" value=\"one\"")
        .contains("hx-post=\"/press/7/2\" name=\"action\" value=\"two of:b\"")
        .contains("hx-post=\"/press/7/3\" name=\"action\" value=\"last\"");
  }

  private static String link(String target) {
    return new RichTextHtml(NOW).of(RichText.EMPTY.link("here", URI.create(target))).render();
  }
}
