package dev.cairn.catalog;

import dev.cairn.spelling.Nearest;
import java.util.AbstractList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * All entries of one kind, in the order of the content, found by id or by name. Immutable.
 *
 * @param <T> the kind
 */
public final class Entries<T extends Entry> extends AbstractList<T> implements RandomAccess {
  private final List<T> entries;
  private final Map<String, T> byId;

  private Entries(List<T> entries, Map<String, T> byId) {
    this.entries = entries;
    this.byId = byId;
  }

  /**
   * These entries.
   *
   * @throws IllegalArgumentException if two have the same id
   */
  public static <T extends Entry> Entries<T> of(Collection<T> entries) {
    Map<String, T> byId = LinkedHashMap.newLinkedHashMap(entries.size());
    for (T entry : entries) {
      if (byId.putIfAbsent(entry.id(), entry) != null) {
        throw new IllegalArgumentException("two entries have the id " + entry.id());
      }
    }
    return new Entries<>(List.copyOf(entries), byId);
  }

  /** The entry with exactly this id. */
  public Optional<T> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * The entry that another entry refers to.
   *
   * @throws NoSuchElementException if there is none, which content that was checked rules out
   */
  public T referredTo(String id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("nothing has the id " + id));
  }

  /** The entries that another entry refers to, in the order of the ids. */
  public List<T> referredTo(Collection<String> ids) {
    return ids.stream().map(this::referredTo).toList();
  }

  /** The entry whose id, name or alias is this, whatever the case and the hyphens. */
  public Optional<T> named(String text) {
    String wanted = folded(text);
    return entries.stream()
        .filter(entry -> entry.names().anyMatch(name -> folded(name).equals(wanted)))
        .findFirst();
  }

  /** The entry that was most likely meant, if an id, name or alias is near enough to guess. */
  public Optional<T> nearest(String text) {
    return ranked(text, 1).stream().findFirst();
  }

  /**
   * The entries that may be meant, the likeliest first.
   *
   * @param text what was typed, a beginning perhaps, or misspelt
   * @param limit how many at most
   */
  public List<T> ranked(String text, int limit) {
    record Named<T>(T entry, String name) {}
    List<Named<T>> names =
        entries.stream()
            .flatMap(entry -> entry.names().map(name -> new Named<>(entry, name)))
            .toList();
    return Nearest.ranked(text, names, Named::name, names.size()).stream()
        .map(Named::entry)
        .distinct()
        .limit(limit)
        .toList();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replace('-', ' ').strip();
  }

  @Override
  public T get(int index) {
    return entries.get(index);
  }

  @Override
  public int size() {
    return entries.size();
  }
}
