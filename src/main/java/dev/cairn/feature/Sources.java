package dev.cairn.feature;

import dev.cairn.catalog.Source;
import dev.cairn.chat.CardBuilder;
import dev.cairn.chat.Facts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a reply tells where its content comes from. */
public final class Sources {
  private Sources() {}

  /** Adds a line for each source to a card. */
  public static void under(CardBuilder card, List<Source> sources) {
    sources.forEach(source -> card.source(source.document(), source.section()));
  }

  /** A source as a fact: {@code document}, {@code section}. */
  public static Map<String, @Nullable Object> fact(Source source) {
    return Facts.NONE
        .with("document", source.document())
        .with("section", source.section())
        .values();
  }
}
