package dev.cairn.database.remembered;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Answers that are kept until a table that they were read from is changed, those that were asked
 * for most recently. They are shared by all threads, so that none may be changed.
 */
public final class RememberedAnswers<K, V> {
  /** What {@link #changes} tells while a table is being changed. */
  private static final long UNDER_WAY = -1;

  private final Set<TableChanges.Count> counts;
  private final BooleanSupplier usable;
  private final Map<K, Answer<V>> answers;

  /**
   * @param tables a change of which an answer hangs on, whatever it is
   * @param keyed where it hangs on rows that it found by their keys: what is added to such a table
   *     does not change it
   * @param usable whether the thread that asks sees what was committed last
   * @param most how many are kept
   */
  public RememberedAnswers(
      TableChanges changes,
      Set<String> tables,
      Set<String> keyed,
      BooleanSupplier usable,
      int most) {
    this.counts = changes.of(tables, keyed);
    this.usable = usable;
    this.answers =
        Collections.synchronizedMap(
            new LinkedHashMap<>(16, 0.75f, true) {
              private static final long serialVersionUID = 1;

              @Override
              protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                return size() > most;
              }
            });
  }

  /**
   * An answer.
   *
   * @param asOf how often the tables had been changed before it was read
   */
  private record Answer<V>(long asOf, V value) {}

  /** The answer as it is kept, or read where it is not known or may not hold any more. */
  public V get(K question, Supplier<V> read) {
    return find(question, () -> Optional.of(read.get())).orElseThrow();
  }

  /** The same, of what there may not be: that there is nothing is read anew each time. */
  public Optional<V> find(K question, Supplier<Optional<V>> read) {
    long asOf = usable.getAsBoolean() ? changes() : UNDER_WAY;
    if (asOf == UNDER_WAY) {
      return read.get();
    }
    Answer<V> known = answers.get(question);
    if (known != null && known.asOf() == asOf) {
      return Optional.of(known.value());
    }
    Optional<V> found = read.get();
    found.ifPresent(value -> answers.put(question, new Answer<>(asOf, value)));
    return found;
  }

  /**
   * How often the tables have been changed. While one is, whoever waited for that transaction must
   * not be told what was there before it, so that then nothing is.
   */
  private long changes() {
    long changes = 0;
    for (TableChanges.Count count : counts) {
      // First how many have ended: where as many have begun by then, none is under way.
      long ended = count.ended().get();
      if (count.begun().get() != ended) {
        return UNDER_WAY;
      }
      changes += ended;
    }
    return changes;
  }
}
