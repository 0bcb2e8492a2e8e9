package dev.cairn.feature;

import dev.cairn.catalog.Catalog;
import dev.cairn.catalog.Source;
import dev.cairn.chat.reply.CardBuilder;
import dev.cairn.chat.reply.ReplyData;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a reply tells where its content comes from. */
public final class Sources {
  private Sources() {}

  /** Adds a line to a card that names the sources, none of them twice. */
  public static void under(CardBuilder card, Catalog catalog, List<Source> sources) {
    List<String> names = sources.stream().map(catalog::label).distinct().toList();
    if (!names.isEmpty()) {
      card.source(String.join("; ", names));
    }
  }

  /** Adds a line to a card that names the source. */
  public static void under(CardBuilder card, Catalog catalog, Source source) {
    under(card, catalog, List.of(source));
  }

  /** A source as a fact: {@code document}, {@code section}. */
  public static Map<String, @Nullable Object> fact(Source source) {
    return ReplyData.NONE
        .with("document", source.document())
        .with("section", source.section())
        .values();
  }
}
