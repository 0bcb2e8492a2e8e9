package dev.cairn.feature;

import dev.cairn.catalog.Source;
import dev.cairn.chat.CardBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a reply tells where its content comes from. */
public final class Sources {
  private Sources() {}

  /** Adds a line for each source to a card. */
  public static void under(CardBuilder card, List<Source> sources) {
    sources.forEach(source -> card.source(source.document(), source.section()));
  }

  /** A source as a fact: {@code document}, {@code section}. */
  public static Map<String, String> fact(Source source) {
    Map<String, String> fact = new LinkedHashMap<>();
    fact.put("document", source.document());
    fact.put("section", source.section());
    return fact;
  }
}
