package dev.cairn.catalog.seeds;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one file of the content.
 *
 * <p>It takes the parser's events as they come. The parser's own tree would decide by patterns what
 * each value represents, which would double the start-up time and is useful only to a check.
 */
final class SeedReader {
  /** Deeper than content has reason to be, shallower than the stack. */
  private static final int MAX_DEPTH = 50;

  private final String file;
  private final Iterator<Event> events;

  private SeedReader(String file, Iterator<Event> events) {
    this.file = file;
    this.events = events;
  }

  /**
   * What a file holds.
   *
   * @throws BrokenContentException if there is no such file, or it is not the YAML we take
   */
  static SeedNode read(Seeds seeds, String file) {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    try (InputStream stream = seeds.open(file)) {
      return new SeedReader(file, new Parse(settings).parseInputStream(stream).iterator())
          .document();
    } catch (MarkedYamlEngineException e) {
      throw broken(
          e.getProblemMark(),
          file,
          "not YAML: " + e.getProblem(),
          "look here and on the line above for a wrong indent, an open quote, or a text that"
              + " contains \": \" and needs quotes");
    } catch (NumberFormatException e) {
      // The parser's own, of an escape in quotes without its digits.
      throw broken(
          Optional.empty(), file, "not YAML: a \\x or \\u without its digits", "complete it");
    } catch (YamlEngineException e) {
      throw broken(Optional.empty(), file, "not YAML: " + e.getMessage(), "save it as UTF-8 text");
    } catch (IOException e) {
      throw broken(
          Optional.empty(), file, "the file cannot be read", "see that it exists and is readable");
    }
  }

  private SeedNode document() {
    Event event = events.next();
    while (event.getEventId() == Event.ID.StreamStart
        || event.getEventId() == Event.ID.DocumentStart) {
      event = events.next();
    }
    if (event.getEventId() == Event.ID.StreamEnd) {
      throw broken(Optional.empty(), file, "the file is empty", "fill it, or take it away");
    }
    SeedNode document = value(event, 0);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw broken(
          after.getStartMark(), file, "a second document begins here", "keep one document a file");
    }
    return document;
  }

  private SeedNode value(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw broken(event.getStartMark(), file, "nested too deeply", "flatten it");
    }
    return switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case SequenceStart -> sequence(event, depth);
      case MappingStart -> mapping(event, depth);
      case Alias ->
          throw broken(
              event.getStartMark(), file, "an alias (*)", "repeat the value that it refers to");
      case StreamStart, StreamEnd, DocumentStart, DocumentEnd, SequenceEnd, MappingEnd, Comment ->
          throw new IllegalStateException("no value begins with " + event);
    };
  }

  private SeedNode scalar(ScalarEvent event) {
    SeedNode.Style style =
        event.isPlain()
            ? SeedNode.Style.PLAIN
            : event.isLiteral() ? SeedNode.Style.LITERAL : SeedNode.Style.QUOTED;
    return new SeedNode.Scalar(file, line(event.getStartMark()), event.getValue(), style);
  }

  private SeedNode sequence(Event start, int depth) {
    List<SeedNode> values = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.SequenceEnd) {
      values.add(value(next, depth + 1));
      next = events.next();
    }
    return new SeedNode.Sequence(file, line(start.getStartMark()), values);
  }

  private SeedNode mapping(Event start, int depth) {
    List<SeedNode.Field> fields = new ArrayList<>();
    Event next = events.next();
    while (next.getEventId() != Event.ID.MappingEnd) {
      if (!(next instanceof ScalarEvent key)) {
        throw broken(
            next.getStartMark(), file, "a key that is not a word", "write a word as the key");
      }
      fields.add(
          new SeedNode.Field(
              key.getValue(), line(key.getStartMark()), value(events.next(), depth + 1)));
      next = events.next();
    }
    return new SeedNode.Mapping(file, line(start.getStartMark()), fields);
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(Mark::getLine).orElse(0) + 1;
  }

  private static BrokenContentException broken(
      Optional<Mark> mark, String file, String what, String remedy) {
    return new BrokenContentException(new ContentProblem(file, line(mark), what, remedy));
  }
}
