package dev.cairn.domain;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A value that changes over time: {@code initial} until the first change, then each change from its
 * key on.
 *
 * @param initial what holds before any change
 * @param changes what holds from a key (inclusive) until the next
 */
public record Timeline<K extends Comparable<? super K>, V>(V initial, NavigableMap<K, V> changes) {
  public Timeline {
    changes = Collections.unmodifiableNavigableMap(new TreeMap<>(changes));
  }

  /** A value that has not changed yet. */
  public static <K extends Comparable<? super K>, V> Timeline<K, V> of(V initial) {
    return new Timeline<K, V>(initial, new TreeMap<>());
  }

  /**
   * This timeline with a newer decision: {@code value} holds from {@code from} on, whatever was
   * decided for later.
   */
  public Timeline<K, V> with(K from, V value) {
    NavigableMap<K, V> changed = new TreeMap<>(changes.headMap(from, false));
    changed.put(from, value);
    return new Timeline<K, V>(initial, changed);
  }

  /** What holds in the end. */
  public V newest() {
    Map.Entry<K, V> last = changes.lastEntry();
    return last == null ? initial : last.getValue();
  }

  /** What holds at {@code key}. */
  public V at(K key) {
    Map.Entry<K, V> change = changes.floorEntry(key);
    return change == null ? initial : change.getValue();
  }
}
