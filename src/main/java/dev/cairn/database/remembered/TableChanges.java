package dev.cairn.database.remembered;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which tables of a database are being changed, and how often they have been: from a transaction's
 * first change of a table to its end, whichever that is. Whether rows were only added is told
 * apart.
 */
public final class TableChanges {
  /** Stands for every table: who changes something otherwise than by a plain statement. */
  public static final String ANY = "*";

  /** Stands before a table to which rows were added. */
  private static final String ADDED = "+";

  private static final Pattern CHANGE =
      Pattern.compile(
          "\\s*(?:(insert\\s+into)|update|delete\\s+from)\\s+(\\w+)\\b", Pattern.CASE_INSENSITIVE);

  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  /** How many changes of a table have begun, and how many of them have ended. */
  record Count(AtomicLong begun, AtomicLong ended) {}

  /**
   * The table that a statement changes, {@code +table} where it only adds to it; {@link #ANY} where
   * that is not told so plainly.
   */
  public static String changedBy(String sql) {
    Matcher matcher = CHANGE.matcher(sql);
    if (!matcher.lookingAt()) {
      return ANY;
    }
    return (matcher.group(1) == null ? "" : ADDED) + matcher.group(2);
  }

  /** A transaction is about to change a table that it has not changed before. */
  public void begin(String table) {
    count(table).begun().incrementAndGet();
  }

  /** A transaction has ended that changed these tables, or may have. */
  public void end(Collection<String> tables) {
    tables.forEach(table -> count(table).ended().incrementAndGet());
  }

  private Count count(String table) {
    return counts.computeIfAbsent(
        table, unchanged -> new Count(new AtomicLong(), new AtomicLong()));
  }

  /**
   * The counts that go up with a change of any of these tables.
   *
   * @param keyed those of which what is only added is not counted
   */
  Set<Count> of(Collection<String> tables, Collection<String> keyed) {
    Stream<String> changed = Stream.concat(tables.stream(), keyed.stream());
    return Stream.of(changed, tables.stream().map(table -> ADDED + table), Stream.of(ANY))
        .flatMap(each -> each)
        .map(this::count)
        .collect(Collectors.toUnmodifiableSet());
  }
}
