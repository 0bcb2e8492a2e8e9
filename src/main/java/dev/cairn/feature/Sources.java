package dev.cairn.feature;

import dev.cairn.catalog.Source;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.ReplyData;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a reply tells where its content comes from. */
public final class Sources {
  private Sources() {}

  /** Adds a line for each document to a card, with the sections of it, none of them twice. */
  public static void under(CardBuilder card, List<Source> sources) {
    Map<String, Set<String>> sections = new LinkedHashMap<>();
    for (Source source : sources) {
      sections
          .computeIfAbsent(source.document(), document -> new LinkedHashSet<>())
          .add(source.section());
    }
    sections.forEach((document, names) -> card.source(document, String.join("; ", names)));
  }

  /** A source as a fact: {@code document}, {@code section}. */
  public static Map<String, @Nullable Object> fact(Source source) {
    return ReplyData.NONE
        .with("document", source.document())
        .with("section", source.section())
        .values();
  }
}
