package dev.cairn.chat.reply;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reply shows, for machines: the {@code data} of the command line.
 *
 * @param values strings, numbers, booleans, nulls, and lists or maps of such, by name in the order
 *     they are told
 */
public record ReplyData(Map<String, @Nullable Object> values) {

  public static final ReplyData NONE = new ReplyData(Map.of());

  public ReplyData {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * These facts and one more. Anything but text, numbers, booleans, lists and maps is told as its
   * text.
   */
  public ReplyData with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(values);
    more.put(
        name,
        switch (value) {
          case null -> null;
          case Number n -> n;
          case Boolean b -> b;
          case Iterable<?> i -> i;
          case Map<?, ?> m -> m;
          case Object o -> o.toString();
        });
    return new ReplyData(more);
  }
}
