package dev.cairn.feature.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.filter.Filters;
import org.junit.jupiter.api.Test;

/** Whatever a feed holds, what interprets it gets no more than this. */
class BoundedFeedTest {
  private static final int MILLION = 1_000_000;

  private static Document read(String items) throws Exception {
    return BoundedFeed.read(
        new StringReader(
            "<rss version='2.0'><channel><title>t</title><link>l</link><description>d</description>"
                + items
                + "</channel></rss>"));
  }

  private static Stream<Element> elements(Document document) {
    Iterable<Element> below = document.getDescendants(Filters.element());
    return Stream.concat(
        Stream.of(document.getRootElement()), StreamSupport.stream(below.spliterator(), false));
  }

  private static List<String> titles(Document document) {
    return document.getRootElement().getChild("channel").getChildren("item").stream()
        .map(item -> item.getChildText("title"))
        .toList();
  }

  private static String items(int count, String date) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            "<item><title>%d</title><pubDate>%s</pubDate></item>"
                .formatted(i, date.formatted(2000 + i / 300)))
        .collect(Collectors.joining());
  }

  @Test
  void aDateOfAMillionDigitsIsCut() throws Exception {
    Document document = read("<item><pubDate>" + "9".repeat(MILLION) + "</pubDate></item>");
    assertThat(elements(document).filter(each -> each.getName().equals("pubDate")))
        .singleElement()
        .satisfies(date -> assertThat(date.getText()).hasSize(BoundedFeed.LONGEST_DATE));
  }

  @Test
  void textsAndAttributesAreCut() throws Exception {
    String huge = "x".repeat(MILLION / 4);
    Document document =
        read(
            "<item><title>%s</title><link>%s</link><enclosure url='%s' length='1'/></item>"
                .formatted(huge, huge, huge));
    assertThat(elements(document).map(Element::getText))
        .allSatisfy(text -> assertThat(text).hasSizeLessThanOrEqualTo(BoundedFeed.LONGEST_TEXT));
    assertThat(
            elements(document)
                .flatMap(each -> each.getAttributes().stream())
                .map(Attribute::getValue))
        .allSatisfy(value -> assertThat(value).hasSizeLessThanOrEqualTo(BoundedFeed.LONGEST_TEXT));
  }

  @Test
  void ofManyEntriesTheNewestAreKeptWhicheverComesFirst() throws Exception {
    int last = 30_000;
    assertThat(titles(read(items(last, "no date %d"))))
        .as("the first, where nothing tells")
        .hasSize(BoundedFeed.ENTRIES)
        .startsWith("0", "1");
    assertThat(titles(read(items(last, "Thu, 01 Jan %d 09:00:00 GMT"))))
        .as("the last, where they are dated so")
        .hasSize(BoundedFeed.ENTRIES)
        .endsWith(String.valueOf(last - 1));
  }

  @Test
  void anElementHoldsSoManyOthers() throws Exception {
    Document document = read("<item>" + "<category>c</category>".repeat(30_000) + "</item>");
    assertThat(elements(document).filter(each -> each.getName().equals("category")))
        .hasSize(BoundedFeed.WIDEST);
  }

  @Test
  void depthIsRefused() {
    assertThatThrownBy(() -> read("<a>".repeat(MILLION / 10) + "</a>".repeat(MILLION / 10)))
        .isInstanceOf(JDOMException.class);
  }
}
