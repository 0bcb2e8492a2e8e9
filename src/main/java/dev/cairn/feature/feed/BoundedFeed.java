package dev.cairn.feature.feed;

import com.rometools.rome.io.impl.DateParser;
import com.rometools.rome.io.impl.XmlFixerReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * A feed's document without what would cost us and help nobody: the newest entries only, texts of a
 * length that can be shown, and neither deep nor wide nesting. What interprets it afterwards need
 * not be prepared for anything: a date of a million digits kept it busy for 22 s.
 */
final class BoundedFeed {
  /** How many entries are kept. */
  static final int ENTRIES = 400;

  /** The longest text, or value of an attribute, in characters. */
  static final int LONGEST_TEXT = 4_096;

  static final int LONGEST_DATE = 100;
  static final int DEEPEST = 50;

  /** How many elements an element may have in it, entries not counted. */
  static final int WIDEST = 100;

  static final int MOST_ATTRIBUTES = 30;

  private static final Set<String> ENTRY = Set.of("item", "entry");
  private static final Set<String> DATES =
      Set.of(
          "pubdate",
          "published",
          "updated",
          "date",
          "issued",
          "modified",
          "created",
          "lastbuilddate");

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private BoundedFeed() {}

  /**
   * Reads a document.
   *
   * @throws JDOMException where it is no XML, or is nested too deep
   */
  static Document read(Reader reader) throws IOException, JDOMException {
    StringBuilder text = new StringBuilder();
    try (Reader healed = new XmlFixerReader(reader)) {
      char[] buffer = new char[1 << 13];
      for (int read = healed.read(buffer); read >= 0; read = healed.read(buffer)) {
        text.append(buffer, 0, read);
      }
    }
    String xml = text.toString();
    try {
      // Nothing is kept of the first reading: what it lets through goes nowhere.
      Survey survey = new Survey();
      survey.setParent(parser());
      survey.parse(new InputSource(new StringReader(xml)));
      SAXBuilder builder = new SAXBuilder();
      builder.setFeature(NO_DOCTYPE, true);
      builder.setXMLFilter(new Cut(survey.firstKept()));
      return builder.build(new StringReader(xml));
    } catch (SAXException | ParserConfigurationException unreadable) {
      throw new JDOMException("no XML that is read", unreadable);
    }
  }

  private static XMLReader parser() throws SAXException, ParserConfigurationException {
    SAXParserFactory factory = SAXParserFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(NO_DOCTYPE, true);
    return factory.newSAXParser().getXMLReader();
  }

  /** Lets through what is within the bounds, and tells entries apart from all else. */
  private abstract static class Bounds extends XMLFilterImpl {
    private final Deque<Open> open = new ArrayDeque<>();

    /** How many elements deep we are in something that is left out. */
    private int leftOut;

    private int entries;
    private int opened;

    /** An element that is let through. */
    private static final class Open {
      private final int number;
      private final int longest;
      private int children;
      private int length;

      private Open(int number, String name) {
        this.number = number;
        this.longest = DATES.contains(name.toLowerCase(Locale.ROOT)) ? LONGEST_DATE : LONGEST_TEXT;
      }
    }

    /** Whether this entry is to be let through. */
    abstract boolean takesEntry(int number);

    /** A piece of the text of a date in an entry. */
    void dated(int entry, int element, String text) {}

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes)
        throws SAXException {
      if (leftOut > 0 || !takes(name)) {
        leftOut++;
        return;
      }
      if (open.size() >= DEEPEST) {
        throw new SAXException("nested too deep");
      }
      open.push(new Open(++opened, name));
      super.startElement(uri, name, qName, bounded(attributes));
    }

    private boolean takes(String name) {
      Open parent = open.peek();
      if (parent == null) {
        return true;
      }
      // Atom and RSS 1.0 have entries below the root, RSS 2.0 below its channel.
      if (ENTRY.contains(name) && open.size() <= 2) {
        return takesEntry(entries++);
      }
      return ++parent.children <= WIDEST;
    }

    private static Attributes bounded(Attributes attributes) {
      AttributesImpl bounded = new AttributesImpl();
      for (int i = 0; i < Math.min(attributes.getLength(), MOST_ATTRIBUTES); i++) {
        String value = attributes.getValue(i);
        bounded.addAttribute(
            attributes.getURI(i),
            attributes.getLocalName(i),
            attributes.getQName(i),
            attributes.getType(i),
            value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT));
      }
      return bounded;
    }

    @Override
    public void endElement(String uri, String name, String qName) throws SAXException {
      if (leftOut > 0) {
        leftOut--;
        return;
      }
      open.pop();
      super.endElement(uri, name, qName);
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
      Open in = open.peek();
      if (leftOut > 0 || in == null) {
        return;
      }
      int taken = Math.min(length, in.longest - in.length);
      if (taken > 0) {
        in.length += taken;
        if (in.longest == LONGEST_DATE && entries > 0) {
          dated(entries - 1, in.number, new String(text, start, taken));
        }
        super.characters(text, start, taken);
      }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
      // Nobody reads it.
    }

    @Override
    public void processingInstruction(String target, String data) {
      // A feed has none that we follow.
    }

    int entries() {
      return entries;
    }
  }

  /** Counts the entries, and finds whether the newest come first or last. */
  private static final class Survey extends Bounds {
    private String first = "";
    private StringBuilder newest = new StringBuilder();
    private int entry = -1;
    private int element;

    @Override
    boolean takesEntry(int number) {
      return true;
    }

    /** Of several dates of an entry, the first is compared. */
    @Override
    void dated(int entry, int element, String text) {
      if (entry != this.entry) {
        first = this.entry == 0 ? newest.toString() : first;
        newest = new StringBuilder();
        this.entry = entry;
        this.element = element;
      }
      if (element == this.element) {
        newest.append(text);
      }
    }

    /** The number of the first entry to keep. */
    int firstKept() {
      Date atFirst = DateParser.parseDate(first, Locale.ENGLISH);
      Date atLast = DateParser.parseDate(newest.toString(), Locale.ENGLISH);
      boolean newestLast =
          atFirst != null && atLast != null && atLast.toInstant().isAfter(atFirst.toInstant());
      return newestLast ? Math.max(0, entries() - ENTRIES) : 0;
    }
  }

  /** Keeps so many entries from one on. */
  private static final class Cut extends Bounds {
    private final int firstKept;

    private Cut(int firstKept) {
      this.firstKept = firstKept;
    }

    @Override
    boolean takesEntry(int number) {
      return number >= firstKept && number < firstKept + ENTRIES;
    }
  }
}
